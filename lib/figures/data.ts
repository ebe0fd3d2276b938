import { toldActions } from "@/lib/actions/data";
import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { printedComment } from "@/lib/comments/data";
import { db } from "@/lib/db/clients";
import { talkCoverageOf } from "@/lib/exit-talks/data";
import { explanations } from "@/lib/explanations/data";
import type { EmployerFigures } from "@/lib/parties/crossings";
import { programmeOf } from "@/lib/programme/data";
import { joinedIn, type Programme, participants } from "@/lib/programme/programme";
import { takesPart } from "@/lib/programme/scope";
import {
  firstDayOf,
  lastDayOf,
  type Quarter,
  quarterOf,
  shiftQuarter,
} from "@/lib/quarters/quarter";
import type { LeaverCount } from "@/lib/reports/facts";
import { reportMonth } from "@/lib/turnover/as-of";
import { policyFor, unitMonths } from "@/lib/turnover/data";
import { type Month, monthsUpTo, shiftMonth } from "@/lib/turnover/month";
import { overview } from "@/lib/turnover/overview";
import { pooledTurnover } from "@/lib/turnover/period";

/** The kinds that are always invited (design 4); the others only where the policy says so. */
const INVITED_KINDS = ["resignation", "retirement"];

/** What the employer's side has reported of a quarter, as the report prints it. `before`: with the quarter before. */
export async function employerFigures(
  actor: OperatorActor | HrActor,
  quarter: Quarter,
  before: boolean,
): Promise<EmployerFigures> {
  const units = await unitMonths(actor);
  const asOf = reportMonth(units, quarter);
  const policy = await policyFor(actor, asOf);
  const earlier = shiftMonth(asOf, -3);
  const programme = await programmeOf(db("identity"));
  const taking = units.flatMap(({ code }): [string, Quarter | null][] => {
    const since = joinedIn(programme, code, quarter);
    return since === undefined ? [] : [[code, since]];
  });
  const now = overview(units, asOf, policy);
  return {
    overview: now,
    before: before ? overview(units, earlier, await policyFor(actor, earlier)) : null,
    yearBefore: pooledTurnover(units, monthsUpTo(shiftMonth(asOf, -12), 12), policy),
    leavers: await leaverCounts(asOf, programme),
    programme: Object.fromEntries(taking),
    decisions: await decisionsOn(
      programme,
      now.units.map(({ code }) => code),
    ),
    talks: await talksIn(actor, quarter),
    explanations: await explanations(actor),
    actions: await toldActions(actor),
    comment: await printedComment(actor, quarter),
  };
}

/** Exit talks of the year that ends with a quarter, without why an offer is missing. */
async function talksIn(
  actor: OperatorActor | HrActor,
  quarter: Quarter,
): Promise<EmployerFigures["talks"]> {
  const span = { from: firstDayOf(shiftQuarter(quarter, -3)), to: lastDayOf(quarter) };
  const coverage = await talkCoverageOf(actor, span);
  if (coverage === null) return null;
  const { since, leavers, everOffered, wished, held, declined, offered } = coverage;
  return { since, leavers, everOffered, wished, held, declined, offered };
}

/** Every decision on whom to invite, with which of these units take part under it. */
async function decisionsOn(
  { rules, units, centres }: Programme,
  codes: readonly string[],
): Promise<EmployerFigures["decisions"]> {
  const select = { number: true, decidedOn: true } as const;
  const rows = await db("identity").programmeDecision.findMany({ select });
  const decided = new Map(rows.map(({ number, decidedOn }) => [number, decidedOn]));
  return rules.map((rule) => {
    const taking = codes.filter((code) => {
      const unit = units.get(code);
      return unit !== undefined && takesPart(unit, rule, centres);
    });
    return {
      number: rule.number,
      from: rule.fromQuarter,
      scope: rule.scope,
      units: taking.length,
      codes: taking,
      decidedOn: decided.get(rule.number) ?? "",
    };
  });
}

/**
 * People who resigned or retired in the year up to a month, by unit and quarter: never who. How they were
 * invited is not asked: it is purged with their addresses.
 */
async function leaverCounts(asOf: Month, programme: Programme): Promise<readonly LeaverCount[]> {
  const { from, to } = monthsUpTo(asOf, 12);
  const rows = await db("identity").departure.groupBy({
    by: ["unitCode", "lastDay"],
    where: {
      kind: { in: INVITED_KINDS },
      lastDay: { gte: `${from}-01`, lte: `${to}-31` },
    },
    _count: true,
  });
  return rows.map((row) => {
    const quarter = quarterOf(row.lastDay);
    const invited = participants(programme, quarter)(row.unitCode);
    return { unit: row.unitCode, quarter, count: row._count, invited };
  });
}
