import type { PublishedReport } from "@/lib/reports/snapshot";

/** The same report of a region so large that it names so many units, and has as many results again. */
export function ofManyUnits(report: PublishedReport, named: number): PublishedReport {
  const { turnover, survey } = report.snapshot;
  const again = <T extends { readonly code: string; readonly name: string }>(
    units: readonly T[],
    times: number,
    letter: string,
  ): T[] =>
    Array.from({ length: times }, (_, i) => units[i % units.length])
      .filter((unit) => unit !== undefined)
      .map((unit, i) => ({ ...unit, code: `${letter}${i}`, name: `${unit.name} ${i}` }));
  const units = again(turnover.units, named, "V");
  const results = [...again(survey.results, named, "V"), ...again(survey.results, named, "R")];
  const snapshot = {
    ...report.snapshot,
    turnover: { ...turnover, units },
    survey: { ...survey, results },
  };
  return { ...report, hash: "1".repeat(64), snapshot };
}
