"use server";

import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import { beginMix } from "@/app/operator/begin-mix";
import {
  fieldOrReason,
  isOutcome,
  type Outcome,
  page,
  problem,
  reasonOf,
  take,
  whyNotPlanned,
} from "@/app/operator/taking";
import type { OperatorActor } from "@/lib/auth/actor";
import { requireOperator } from "@/lib/auth/require";
import { withExchangeFile } from "@/lib/cli/exchange-file";
import { exchangePlace, removeExchange } from "@/lib/cli/exchange-leftovers";
import { handedChecksum } from "@/lib/cli/hand-out";
import { layTerms, removeTerms, signedTerms } from "@/lib/cli/handed-over";
import { draftNextQuarter } from "@/lib/cli/plan-quarter";
import { assertCurrent, planWithSignature } from "@/lib/cli/plan-signed";
import { countUnlocked } from "@/lib/closing/mutations";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockCustodianKey } from "@/lib/keys/unlock";
import { isQuarter, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { allRounds, findRound } from "@/lib/rounds/data";
import { cancelMix } from "@/lib/rounds/mutations";

/** Custodian 1's part where custodian 2 has a machine of their own: one passphrase, and never the other's. */

const secretIn = (form: FormData) => ({ passphrase: String(form.get("passphrase-1") ?? "") });

type PlanWork = (actor: OperatorActor, quarter: Quarter, now: Date) => Promise<Outcome>;

/** Works on a quarter that is to be planned, and shows the page it stands on. */
async function planning(form: FormData, work: PlanWork): Promise<never> {
  const actor = await requireOperator();
  const quarter = String(form.get("quarter"));
  if (!isQuarter(quarter)) return redirect("/operator");
  const now = new Date();
  const tried = async () =>
    (await whyNotPlanned(actor, quarter, now)) ?? (await work(actor, quarter, now));
  const outcome = await tried().catch(reasonOf);
  const before = shiftQuarter(quarter, -1);
  const stands = (await findRound(before)) ? before : quarter;
  // Before the first round there is no quarter's page.
  if ((await allRounds()).length === 0)
    redirect(`/operator?${new URLSearchParams({ ...outcome })}`);
  return page(stands, outcome);
}

/** Writes the terms as they are now, and lays them out for custodian 2. */
export async function layTermsNow(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  await planning(form, async (actor, quarter) => {
    const { manifest, questionnaire } = await draftNextQuarter(actor, quarter);
    layTerms(quarter, { manifest, questionnaire });
    return { done: "laid" };
  });
}

/** Signs what custodian 2 has signed. */
export async function signTermsNow(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  await planning(form, async (actor, quarter, now) => {
    const signed = signedTerms(quarter);
    if (!signed) return problem("hand-in-outdated");
    await assertCurrent(actor, quarter, signed);
    const planned = await planWithSignature(actor, quarter, signed, secretIn(form), now).catch(
      fieldOrReason("plan-passphrase-1"),
    );
    if (planned && isOutcome(planned)) return planned;
    removeTerms(quarter);
    return { done: "plan" };
  });
}

/** Opens and counts what custodian 2 has peeled. */
export async function countNow(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  await take("mix", form, async (actor, quarter, now) => {
    if (handedChecksum(quarter) === null) return problem("hand-in-no-file");
    const dir = keyDirectory();
    const key = await unlockCustodianKey({ dir, custodian: 1, quarter }, secretIn(form)).catch(
      fieldOrReason("passphrase-1"),
    );
    if (isOutcome(key)) return key;
    const place = exchangePlace(quarter);
    await beginMix(quarter, async (progress) => {
      await withExchangeFile(place, (exchange) =>
        countUnlocked(actor, exchange, key, progress, now),
      );
      removeExchange(quarter);
    });
    return { done: "count" };
  });
}

/** Asks a running mix to stop. */
export async function cancelMixNow(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const quarter = String(form.get("quarter"));
  if (!isQuarter(quarter)) return redirect("/operator");
  const asked = await cancelMix(actor, quarter);
  return page(quarter, asked ? { done: "cancel" } : problem("past-stopping"));
}
