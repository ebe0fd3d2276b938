import { actions } from "@/lib/actions/data";
import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { explanations } from "@/lib/explanations/data";
import { type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { allAtoms, allCells } from "@/lib/releases/data";
import type { LeaverCount, ReportFacts, RoundFacts } from "@/lib/reports/facts";
import type { HrComment } from "@/lib/reports/snapshot";
import { allRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { reportMonth } from "@/lib/turnover/as-of";
import { policyFor, unitMonths } from "@/lib/turnover/data";
import { type Month, monthsUpTo, shiftMonth } from "@/lib/turnover/month";
import { overview } from "@/lib/turnover/overview";
import { pooledTurnover } from "@/lib/turnover/period";

/** The kinds that are always invited (design 4); the others only where the policy says so. */
const INVITED_KINDS = ["resignation", "retirement"];

/** Everything a quarter's report is built from, as it is stored now; null when the round was never planned. */
export async function reportFacts(
  actor: OperatorActor,
  quarter: Quarter,
  comment: HrComment | null,
): Promise<ReportFacts | null> {
  const rounds = await allRounds();
  const round = rounds.find((one) => one.quarter === quarter);
  if (!round) return null;
  const earlier = rounds.find((one) => one.quarter === shiftQuarter(quarter, -1));
  const units = await unitMonths(actor);
  const asOf = reportMonth(units, quarter);
  const policy = await policyFor(actor, asOf);
  const before = shiftMonth(asOf, -3);
  return {
    quarter,
    round: roundFacts(round),
    overview: overview(units, asOf, policy),
    before: earlier ? overview(units, before, await policyFor(actor, before)) : null,
    yearBefore: pooledTurnover(units, monthsUpTo(shiftMonth(asOf, -12), 12), policy),
    atoms: await allAtoms(),
    cells: await allCells(),
    rounds: rounds.map((one) => ({ quarter: one.quarter, received: one.received })),
    leavers: await leaverCounts(asOf),
    explanations: await explanations(actor),
    actions: await actions(actor),
    comment,
  };
}

function roundFacts({ state, manifest, signed }: RoundRecord): RoundFacts {
  const { publishes, region, operator, tree, unitNames, groupNames, limits } = manifest;
  const questionnaire = questionnaireSchema.parse(JSON.parse(signed.questionnaire));
  return { state, publishes, region, operator, tree, unitNames, groupNames, limits, questionnaire };
}

/**
 * People who resigned or retired in the year up to a month, by unit and quarter: never who. How they were
 * invited is not asked: it is purged with their addresses.
 */
async function leaverCounts(asOf: Month): Promise<readonly LeaverCount[]> {
  const { from, to } = monthsUpTo(asOf, 12);
  const rows = await db("identity").departure.groupBy({
    by: ["unitCode", "lastDay"],
    where: {
      kind: { in: INVITED_KINDS },
      lastDay: { gte: `${from}-01`, lte: `${to}-31` },
    },
    _count: true,
  });
  return rows.map((row) => ({
    unit: row.unitCode,
    quarter: quarterOf(row.lastDay),
    count: row._count,
  }));
}
