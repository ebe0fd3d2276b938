import { stepFigures } from "@/lib/programme/step";
import { shiftQuarter } from "@/lib/quarters/quarter";
import type { ReportFacts } from "@/lib/reports/facts";
import { isIn, type Way } from "@/lib/reports/forecast";
import { unitsWithResult } from "@/lib/reports/own-results";
import { scopeOf } from "@/lib/reports/scope";
import type { ProgrammeStep, ReportSnapshot } from "@/lib/reports/snapshot";
import type { UnitSummary } from "@/lib/turnover/summary";

/** The rounds that a report's answers come from. */
export const YEAR_OF_ROUNDS = 4;

/** Who left where the programme invites, and how many answered; whole rounds only, oldest first. */
export function participation(facts: ReportFacts): ReportSnapshot["participation"] {
  const first = shiftQuarter(facts.quarter, 1 - YEAR_OF_ROUNDS);
  return facts.rounds
    .filter(({ quarter }) => first <= quarter && quarter <= facts.quarter)
    .toSorted((a, b) => a.quarter.localeCompare(b.quarter))
    .flatMap(({ quarter, received }) => {
      if (received === null) return [];
      const leavers = facts.leavers.filter((row) => row.invited && row.quarter === quarter);
      return [{ quarter, leavers: total(leavers), received: { kind: "count", n: received } }];
    });
}

/** Which units take part, kind by kind, and when they can be expected to have results of their own. */
export function programme(facts: ReportFacts, way: Way): readonly ProgrammeStep[] {
  const { units } = facts.overview;
  const scope = scopeOf(units);
  const kinds = [...new Set(units.map(({ kind }) => kind))].sort();
  const first = kinds.filter((kind) => kind === scope);
  return [...first, ...kinds.filter((kind) => kind !== scope)].map((kind) =>
    stepOf(
      kind,
      units.filter((unit) => unit.kind === kind),
      { ...facts, way },
    ),
  );
}

type StepFacts = ReportFacts & { readonly way: Way };

function stepOf(kind: string, units: readonly UnitSummary[], facts: StepFacts): ProgrammeStep {
  const first = shiftQuarter(facts.quarter, 1 - YEAR_OF_ROUNDS);
  const lately = facts.leavers.filter(
    ({ quarter }) => first <= quarter && quarter <= facts.quarter,
  );
  const leavers = new Map<string, number>();
  for (const { unit, count } of lately) leavers.set(unit, (leavers.get(unit) ?? 0) + count);
  const withResult = unitsWithResult(facts.atoms);
  const figures = stepFigures(
    units.map((unit) => ({
      takingPart: isIn(unit, facts),
      leavers: leavers.get(unit.code) ?? 0,
      own: withResult.has(unit.code),
      months: facts.way.forecast(unit).months,
    })),
  );
  return { kind, ...figures };
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
