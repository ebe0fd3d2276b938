import { shiftQuarter } from "@/lib/quarters/quarter";
import type { ReportFacts } from "@/lib/reports/facts";
import { latestAtom, monthsToOwnResult } from "@/lib/reports/own-results";
import { scopeOf } from "@/lib/reports/scope";
import type { ProgrammeStep, ReportSnapshot } from "@/lib/reports/snapshot";
import { PLANNING_RESPONSE_RATE } from "@/lib/turnover/forecast";
import type { UnitSummary } from "@/lib/turnover/summary";

/** The rounds that a report's answers come from. */
export const YEAR_OF_ROUNDS = 4;

/** Who left and how many answered, whole rounds only, oldest first. */
export function participation(facts: ReportFacts): ReportSnapshot["participation"] {
  const first = shiftQuarter(facts.quarter, 1 - YEAR_OF_ROUNDS);
  return facts.rounds
    .filter(({ quarter }) => first <= quarter && quarter <= facts.quarter)
    .toSorted((a, b) => a.quarter.localeCompare(b.quarter))
    .flatMap(({ quarter, received }) => {
      if (received === null) return [];
      const leavers = facts.leavers.filter((row) => row.quarter === quarter);
      return [{ quarter, leavers: total(leavers), received: { kind: "count", n: received } }];
    });
}

/** Which units take part, kind by kind, and when they can be expected to have results of their own. */
export function programme(facts: ReportFacts): readonly ProgrammeStep[] {
  const { units } = facts.overview;
  const scope = scopeOf(units);
  const kinds = [...new Set(units.map(({ kind }) => kind))].sort();
  const first = kinds.filter((kind) => kind === scope);
  return [...first, ...kinds.filter((kind) => kind !== scope)].map((kind) =>
    stepOf(
      kind,
      units.filter((unit) => unit.kind === kind),
      facts,
    ),
  );
}

function stepOf(kind: string, units: readonly UnitSummary[], facts: ReportFacts): ProgrammeStep {
  const taking = units.filter(({ code }) => Object.hasOwn(facts.round.tree.units, code));
  const own = taking.filter(({ code }) => latestAtom(facts.atoms, code) !== undefined);
  const rest = taking.filter((unit) => !own.includes(unit));
  const within = (months: number) =>
    own.length +
    rest.filter((unit) => (monthsToOwnResult(unit, facts) ?? Number.POSITIVE_INFINITY) <= months)
      .length;
  const first = shiftQuarter(facts.quarter, 1 - YEAR_OF_ROUNDS);
  const leavers = total(
    facts.leavers.filter(
      ({ unit, quarter }) =>
        first <= quarter && quarter <= facts.quarter && units.some(({ code }) => code === unit),
    ),
  );
  return {
    kind,
    units: units.length,
    takingPart: taking.length,
    leavers,
    planned: Math.round(leavers * PLANNING_RESPONSE_RATE),
    own: own.length,
    within: { one: within(12), three: within(36), five: within(60) },
  };
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
