import type { Quarter } from "@/lib/quarters/quarter";
import type { ReportFacts } from "@/lib/reports/facts";
import { quartersAhead, type Way } from "@/lib/reports/forecast";
import { unitsWithResult } from "@/lib/reports/own-results";
import type { ReportSnapshot } from "@/lib/reports/snapshot";

const QUARTER_MONTHS = 3;

/**
 * The way to all units by what is decided, quarter by quarter for five years: units that take part, those of them
 * that can be expected to have a result of their own, and all that can, those included that take part no more.
 */
export function rollOut(
  facts: ReportFacts,
  { takesPartIn, forecast }: Way,
): NonNullable<ReportSnapshot["rollOut"]> {
  const withResult = unitsWithResult(facts.atoms);
  const units = facts.overview.units.map((unit) => {
    const months = withResult.has(unit.code) ? 0 : forecast(unit).months;
    return { months, takesPartIn: (quarter: Quarter) => takesPartIn(unit, quarter) };
  });
  return quartersAhead(facts.quarter).map((quarter, i) => {
    const taking = units.filter((unit) => unit.takesPartIn(quarter));
    const shown = ({ months }: { readonly months: number | null }) =>
      months !== null && months <= (i + 1) * QUARTER_MONTHS;
    return {
      quarter,
      units: taking.length,
      own: units.filter(shown).length,
      ownTaking: taking.filter(shown).length,
    };
  });
}
