import type { OperatorActor } from "@/lib/auth/actor";
import { receivedIn } from "@/lib/mixing/data";
import { figuresFor } from "@/lib/parties/data";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { allAtoms, allCells } from "@/lib/releases/data";
import { answersMissing } from "@/lib/reports/answers-missing";
import type { ReportFacts, RoundFacts } from "@/lib/reports/facts";
import type { HrComment } from "@/lib/reports/snapshot";
import { allRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { questionnaireSchema } from "@/lib/survey/questionnaire";

/** Everything a quarter's report is built from, as it is stored now; null when the round was never planned. */
export async function reportFacts(
  actor: OperatorActor,
  quarter: Quarter,
  comment: HrComment | null,
): Promise<ReportFacts | null> {
  const rounds = await allRounds();
  const round = rounds.find((one) => one.quarter === quarter);
  if (!round) return null;
  const earlier = rounds.some((one) => one.quarter === shiftQuarter(quarter, -1));
  return {
    quarter,
    round: roundFacts(round),
    ...(await figuresFor(actor, quarter, earlier)),
    atoms: await allAtoms(),
    cells: await allCells(),
    rounds: await Promise.all(
      rounds.map(async (one) => ({ quarter: one.quarter, received: await receivedOf(one) })),
    ),
    comment,
  };
}

/** The answers of a whole round, once receiving has stopped and never before. */
export async function receivedOf(round: RoundRecord): Promise<number | null> {
  return round.state === "closed" ? receivedIn(round) : round.received;
}

function roundFacts(record: RoundRecord): RoundFacts {
  const { state, manifest, signed } = record;
  const { publishes, region, operator, tree, unitNames, groupNames, limits } = manifest;
  const questionnaire = questionnaireSchema.parse(JSON.parse(signed.questionnaire));
  const missing = answersMissing(record);
  const told = { state, answersMissing: missing, publishes, region, operator };
  return { ...told, tree, unitNames, groupNames, limits, questionnaire };
}
