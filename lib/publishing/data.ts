import type { OperatorActor } from "@/lib/auth/actor";
import { figuresFor } from "@/lib/parties/data";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { allAtoms, allCells } from "@/lib/releases/data";
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
    rounds: rounds.map((one) => ({ quarter: one.quarter, received: one.received })),
    comment,
  };
}

function roundFacts({ state, manifest, signed }: RoundRecord): RoundFacts {
  const { publishes, region, operator, tree, unitNames, groupNames, limits } = manifest;
  const questionnaire = questionnaireSchema.parse(JSON.parse(signed.questionnaire));
  return { state, publishes, region, operator, tree, unitNames, groupNames, limits, questionnaire };
}
