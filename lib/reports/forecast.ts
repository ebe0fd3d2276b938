import { HORIZON } from "@/lib/programme/plan";
import { takesPart } from "@/lib/programme/scope";
import { type Quarter, quartersBetween, shiftQuarter } from "@/lib/quarters/quarter";
import type { ComingStep } from "@/lib/reports/coming";
import type { ReportFacts } from "@/lib/reports/facts";
import { gatheringMonths, monthsToOwnResult, noGathering } from "@/lib/reports/gathering";
import { scopeOf } from "@/lib/reports/scope";
import type { NoForecast } from "@/lib/reports/survey-shape";
import type { UnitSummary } from "@/lib/turnover/summary";

const QUARTER_MONTHS = 3;

/** Months from the report's quarter until a unit can be expected to have a result, or why there is no such number. */
export type Forecast =
  | { readonly months: number; readonly never: null }
  | { readonly months: null; readonly never: NoForecast };

/** The way of every unit by what is decided: the same for each table, drawing and sentence of a report. */
export type Way = {
  /** Whether it takes part in the report's quarter, or in a later one. */
  readonly takesPartIn: (unit: UnitSummary, quarter: Quarter) => boolean;
  /** Of a unit that has no result yet. Never from what waits. */
  readonly forecast: (unit: UnitSummary) => Forecast;
};

/** @param coming the decided steps after the report's quarter, earliest first */
export function wayOf(facts: ReportFacts, coming: readonly ComingStep[]): Way {
  const holds = (unit: UnitSummary, step: ComingStep) => holdsIn(unit, step, facts);
  return {
    takesPartIn: (unit, quarter) => {
      const step = coming.findLast(({ from }) => from <= quarter);
      return step === undefined ? isIn(unit, facts) : holds(unit, step);
    },
    forecast: (unit) => {
      const turn = coming.find((step) => holds(unit, step) !== isIn(unit, facts))?.from ?? null;
      return isIn(unit, facts) ? staying(unit, turn, facts) : joining(unit, turn, facts);
    },
  };
}

/** What a unit that is left out gathers before comes all the same, and nothing after. */
function staying(unit: UnitSummary, leaves: Quarter | null, facts: ReportFacts): Forecast {
  const months = monthsToOwnResult(unit, facts);
  if (months === null) return { months, never: noGathering(unit, facts) };
  const within = leaves === null ? Number.POSITIVE_INFINITY : monthsBefore(leaves, facts);
  return months > within ? { months: null, never: "left-out" } : { months, never: null };
}

/** A quarter's answers are counted when it is mixed: the first that a unit takes part in gives three months. */
function joining(unit: UnitSummary, joins: Quarter | null, facts: ReportFacts): Forecast {
  if (joins === null) return { months: null, never: "not-in" };
  const gathers = gatheringMonths(unit, facts, joins);
  if (gathers === null) return { months: null, never: noGathering(unit, facts) };
  return { months: monthsBefore(joins, facts) + Math.max(QUARTER_MONTHS, gathers), never: null };
}

/** Whether a unit takes part in the report's quarter. */
export function isIn({ code }: Pick<UnitSummary, "code">, facts: ReportFacts): boolean {
  return Object.hasOwn(facts.round.tree.units, code) && Object.hasOwn(facts.programme, code);
}

/** Months of rounds between the report's quarter and a later one. */
const monthsBefore = (later: Quarter, { quarter }: ReportFacts) =>
  (quartersBetween(quarter, later) - 1) * QUARTER_MONTHS;

/** Whether a decided step holds a unit: by the units it names, else by what it speaks of. */
function holdsIn(
  { code, kind }: UnitSummary,
  { scope, codes = [] }: ComingStep,
  { overview }: ReportFacts,
): boolean {
  const unit = { code, kind, predecessors: [] };
  return takesPart(unit, { scope, units: codes }, scopeOf(overview.units));
}

/** The quarters that a report looks ahead. */
export function quartersAhead(quarter: Quarter): readonly Quarter[] {
  return Array.from({ length: HORIZON }, (_, i) => shiftQuarter(quarter, i + 1));
}
