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
  if (isIn(unit, facts)) {
    const has = latestAtom(facts.atoms, unit.code) !== undefined;
    return has ? 0 : monthsToOwnResult(unit, facts);
  }
  const joins = joinsAt(unit, facts, coming);
  const gathers = gatheringMonths(unit, facts);
  if (joins === null || gathers === null) return null;
  // A quarter's answers are counted when it is mixed: the first that a unit takes part in gives three months.
  const before = (quartersBetween(facts.quarter, joins) - 1) * QUARTER_MONTHS;
  return before + Math.max(QUARTER_MONTHS, gathers);
}

/** Whether a unit takes part in the report's quarter. */
export function isIn({ code }: Pick<UnitSummary, "code">, facts: ReportFacts): boolean {
  return Object.hasOwn(facts.round.tree.units, code) && Object.hasOwn(facts.programme, code);
}

/** The decided quarter from which a unit is in. Which centres are flagged then is not known to the report. */
function joinsAt(
  { code, kind }: UnitSummary,
  { overview }: ReportFacts,
  coming: readonly ComingStep[],
): Quarter | null {
  const unit = { code, kind, predecessors: [] };
  const centres = scopeOf(overview.units);
  const step = coming.find(({ scope }) => takesPart(unit, { scope, units: [] }, centres));
  return step?.from ?? null;
}
