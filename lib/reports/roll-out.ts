import { HORIZON } from "@/lib/programme/plan";
import { takesPart } from "@/lib/programme/scope";
import { type Quarter, quartersBetween, shiftQuarter } from "@/lib/quarters/quarter";
import type { ComingStep } from "@/lib/reports/coming";
import type { ReportFacts } from "@/lib/reports/facts";
import { gatheringMonths, latestAtom, monthsToOwnResult } from "@/lib/reports/own-results";
import { scopeOf } from "@/lib/reports/scope";
import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { UnitSummary } from "@/lib/turnover/summary";

const QUARTER_MONTHS = 3;

/**
 * The way to all units by what is decided, quarter by quarter for five years: units that take part, and units that
 * can be expected to have a result of their own. Never from what waits.
 *
 * @param taking units that take part in the report's quarter
 */
export function rollOut(
  facts: ReportFacts,
  coming: readonly ComingStep[],
  taking: number,
): NonNullable<ReportSnapshot["rollOut"]> {
  const months = facts.overview.units.flatMap((unit) => {
    const found = monthsOf(unit, facts, coming);
    return found === null ? [] : [found];
  });
  return Array.from({ length: HORIZON }, (_, i) => {
    const quarter = shiftQuarter(facts.quarter, i + 1);
    const step = coming.findLast(({ from }) => from <= quarter);
    const own = months.filter((one) => one <= (i + 1) * QUARTER_MONTHS).length;
    return { quarter, units: step?.units ?? taking, own };
  });
}

/** Months from the report's quarter until a unit is expected to have a result; 0 when it has one, null for never. */
function monthsOf(
  unit: UnitSummary,
  facts: ReportFacts,
  coming: readonly ComingStep[],
): number | null {
  const steps = coming.map((step) => ({ ...step, holds: holdsIn(unit, step, facts) }));
  if (isIn(unit, facts)) {
    if (latestAtom(facts.atoms, unit.code) !== undefined) return 0;
    const months = monthsToOwnResult(unit, facts);
    // What a unit that is left out gathers before comes all the same, and nothing after.
    const leaves = steps.find(({ holds }) => !holds)?.from ?? null;
    const within = leaves === null ? Number.POSITIVE_INFINITY : monthsBefore(leaves, facts);
    return months === null || months > within ? null : months;
  }
  const joins = steps.find(({ holds }) => holds)?.from ?? null;
  const gathers = gatheringMonths(unit, facts);
  if (joins === null || gathers === null) return null;
  // A quarter's answers are counted when it is mixed: the first that a unit takes part in gives three months.
  return monthsBefore(joins, facts) + Math.max(QUARTER_MONTHS, gathers);
}

/** Whether a unit takes part in the report's quarter. */
export function isIn({ code }: Pick<UnitSummary, "code">, facts: ReportFacts): boolean {
  return Object.hasOwn(facts.round.tree.units, code) && Object.hasOwn(facts.programme, code);
}

/** Months of rounds between the report's quarter and a later one. */
const monthsBefore = (later: Quarter, { quarter }: ReportFacts) =>
  (quartersBetween(quarter, later) - 1) * QUARTER_MONTHS;

/** Whether a decided step holds a unit. Which centres are flagged then is not known to the report: none is taken to be. */
function holdsIn(
  { code, kind }: UnitSummary,
  step: ComingStep,
  { overview }: ReportFacts,
): boolean {
  const unit = { code, kind, predecessors: [] };
  return takesPart(unit, { scope: step.scope, units: [] }, scopeOf(overview.units));
}
