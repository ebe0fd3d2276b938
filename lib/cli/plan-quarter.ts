import type { OperatorActor } from "@/lib/auth/actor";
import { type Draft, draftQuarter, planQuarter, type QuarterPlan } from "@/lib/ceremony/mutations";
import { termsInForce } from "@/lib/changes/data";
import { env } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import type { Secret } from "@/lib/keys/unlock";
import { regionTree, roundSeries } from "@/lib/parties/data";
import { firstDayOf, type Quarter } from "@/lib/quarters/quarter";
import { canonicalJson } from "@/lib/sealing/canonical";
import { askedIn } from "@/lib/survey/asked";
import { nextVersion } from "@/lib/survey/data";
import type { Questionnaire } from "@/lib/survey/questionnaire";

/** The questionnaire that is chosen for coming rounds, with the region's name in its texts. */
async function nextQuestionnaire(actor: OperatorActor, region: string): Promise<Questionnaire> {
  const { questionnaire } = await nextVersion(actor);
  return askedIn(canonicalJson(questionnaire), region);
}

/** A quarter's plan: the region and whom it invites as it is now, the chosen questionnaire and the limits in force. */
async function nextPlan(actor: OperatorActor, quarter: Quarter): Promise<QuarterPlan> {
  const { SORTI_REGION: name, SORTI_OPERATOR: operator } = env();
  // The manifest has one language.
  const ungrouped = translator("sv", "common")("otherUnits");
  const region = await regionTree(firstDayOf(quarter).slice(0, 7), ungrouped);
  const { graceDays, ...limits } = await termsInForce(actor);
  return {
    quarter,
    region: { ...region, name },
    questionnaire: await nextQuestionnaire(actor, name),
    series: await roundSeries(quarter),
    limits,
    graceDays,
    operator,
  };
}

/** Plans a quarter, signed by both custodians on this machine. */
export async function planNextQuarter(
  actor: OperatorActor,
  quarter: Quarter,
  secrets: readonly [Secret, Secret],
  now: Date,
): Promise<void> {
  await planQuarter(actor, await nextPlan(actor, quarter), secrets, now);
}

/** The same plan as a manifest that nobody has signed, for custodian 2's own machine. */
export async function draftNextQuarter(actor: OperatorActor, quarter: Quarter): Promise<Draft> {
  return draftQuarter(actor, await nextPlan(actor, quarter));
}
