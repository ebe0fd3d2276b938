import { inPlanOrder, type PlannedAction } from "@/lib/actions/action";
import { type Explanation, inLedgerOrder } from "@/lib/explanations/explanation";
import type { Day } from "@/lib/quarters/quarter";
import { type BeforeAfter, beforeAfter } from "@/lib/turnover/before-after";
import { type Change, changeBetween } from "@/lib/turnover/change";
import { type Contradiction, contradictions } from "@/lib/turnover/contradictions";
import { definitionOf, isCounted } from "@/lib/turnover/definition";
import { groupSummaries } from "@/lib/turnover/group";
import { type SeriesBreak, withHistory } from "@/lib/turnover/lineage";
import { lastDayOfMonth, type Month, monthOf } from "@/lib/turnover/month";
import type { TurnoverPolicy } from "@/lib/turnover/policy";
import { type RollingPoint, rollingTurnover } from "@/lib/turnover/rolling";
import { type UnitSummary, unitSummary, type YearTurnover } from "@/lib/turnover/summary";
import { timeBetweenChart } from "@/lib/turnover/time-between";
import type { UnitMonths } from "@/lib/turnover/unit-months";
import type { XmrChart } from "@/lib/turnover/xmr";

/** All that a unit's page says of turnover, explanations and actions. */
export type UnitView = {
  readonly summary: UnitSummary;
  readonly policy: TurnoverPolicy;
  readonly today: Day;
  /** Its last day, when it has closed; its figures then end with it. */
  readonly closed: Day | null;
  readonly parent: string | null;
  /** The open units of its peer group, itself too when it is open. */
  readonly group: readonly UnitSummary[];
  readonly change: YearChange | null;
  /** Twelve months at a time, quarter by quarter. */
  readonly rolling: readonly RollingPoint[];
  /** Days between departures; null with fewer than three, or where the unit became another one. */
  readonly between: Between | null;
  /** What cannot be so in its data. */
  readonly contradictions: readonly Contradiction[];
  readonly explanations: readonly Explanation[];
  readonly actions: readonly EvaluatedAction[];
};

/** An action, and turnover before and after it was decided. */
export type EvaluatedAction = PlannedAction & { readonly effect: BeforeAfter };

/** The last whole year against the one before; never across a break. */
export type YearChange = Change & { readonly from: number; readonly to: number };

/** The t-chart, and the day each wait ended. */
export type Between = { readonly chart: XmrChart; readonly days: readonly Day[] };

export type UnitFacts = {
  readonly unit: UnitMonths;
  /** All of the region. */
  readonly units: readonly UnitMonths[];
  readonly asOf: Month;
  readonly policy: TurnoverPolicy;
  readonly today: Day;
  readonly parent: string | null;
  readonly explanations: readonly Explanation[];
  readonly actions: readonly PlannedAction[];
};

export function unitView(facts: UnitFacts): UnitView {
  const { unit, units, policy } = facts;
  const closed =
    unit.validTo !== null && unit.validTo < lastDayOfMonth(facts.asOf) ? unit.validTo : null;
  const asOf = closed === null ? facts.asOf : monthOf(closed);
  const summary = unitSummary(unit, units, asOf, policy);
  const { peerGroup } = unit;
  return {
    summary,
    policy,
    today: facts.today,
    closed,
    parent: facts.parent,
    group: peerGroup === null ? [] : groupSummaries(peerGroup, units, asOf, policy),
    change: lastChange(summary, policy),
    rolling: rollingTurnover(withHistory(unit, units), asOf, policy.reading, policy),
    between: betweenOf(unit, asOf, policy),
    contradictions: contradictions(unit, summary.years),
    explanations: inLedgerOrder(facts.explanations),
    actions: inPlanOrder(facts.actions).map((action) => ({
      ...action,
      effect: beforeAfter(unit, units, { decidedOn: action.decidedOn, asOf }, policy),
    })),
  };
}

/** The unit's own departures only: its predecessors' waits were another unit's. */
function betweenOf(unit: UnitMonths, asOf: Month, policy: TurnoverPolicy): Between | null {
  const definition = definitionOf(policy.definition);
  const days = unit.departures
    .filter(({ kind }) => isCounted(kind, policy.reading, definition))
    .map(({ lastDay }) => lastDay)
    .filter((day) => day <= lastDayOfMonth(asOf))
    .toSorted();
  const chart = timeBetweenChart(days);
  return chart === null ? null : { chart, days: days.slice(1) };
}

function lastChange({ years, breaks }: UnitSummary, policy: TurnoverPolicy): YearChange | null {
  const [before, after] = years.slice(-2);
  if (before === undefined || after === undefined || before.year + 1 !== after.year) return null;
  if (breaks.some((cut) => isWithin(cut, before, after))) return null;
  const change = changeBetween(before, after, policy.reading);
  return change === null ? null : { ...change, from: before.year, to: after.year };
}

/** A break at the very start of the earlier year leaves both years the same unit. */
function isWithin({ month }: SeriesBreak, before: YearTurnover, after: YearTurnover): boolean {
  return month > `${before.year}-01` && month <= `${after.year}-12`;
}
