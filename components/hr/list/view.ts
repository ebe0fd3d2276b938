import { lastDayOfMonth, type Month } from "@/lib/turnover/month";
import type { TurnoverPolicy } from "@/lib/turnover/policy";
import type { UnitSummary } from "@/lib/turnover/summary";
import type { UnitMonths } from "@/lib/turnover/unit-months";

export type ListFilter = {
  /** Null: every kind. */
  readonly kind: string | null;
  /** Part of a name or a code, as it was typed. */
  readonly search: string;
};

/** A unit that is no more, and the units it went up into. */
export type ClosedUnit = UnitMonths & {
  readonly into: readonly Pick<UnitMonths, "code" | "name">[];
};

/** The region's units in the order of the alphabet. */
export type ListView = {
  readonly asOf: Month;
  readonly policy: TurnoverPolicy;
  readonly filter: ListFilter;
  readonly open: readonly UnitSummary[];
  readonly closed: readonly ClosedUnit[];
  /** Every open unit, whatever the filter: what the kinds are counted from. */
  readonly all: readonly UnitSummary[];
};

/** `units`: all of the region; `all`: its open units. Only names are filtered: verdicts are always against everybody. */
export function listView(
  { units, all }: { readonly units: readonly UnitMonths[]; readonly all: readonly UnitSummary[] },
  asOf: Month,
  policy: TurnoverPolicy,
  filter: ListFilter,
): ListView {
  const matches = ({ kind, name, code }: { kind: string; name: string; code: string }) =>
    (filter.kind === null || kind === filter.kind) && isFound(filter.search, name, code);
  const alphabet = new Intl.Collator("sv", { numeric: true });
  const ended = ({ validTo }: UnitMonths) => validTo !== null && validTo < lastDayOfMonth(asOf);
  return {
    ...{ asOf, policy, filter, all },
    open: all.filter(matches),
    closed: units
      .filter((unit) => ended(unit) && matches(unit))
      .map((unit) => ({ ...unit, into: successors(unit, units) }))
      .toSorted((a, b) => alphabet.compare(a.name, b.name)),
  };
}

function successors({ code }: UnitMonths, units: readonly UnitMonths[]): ClosedUnit["into"] {
  return units.filter(({ predecessors }) => predecessors.includes(code));
}

/** Part of a name or a code. */
export function isFound(search: string, name: string, code: string): boolean {
  const wanted = search.trim().toLocaleLowerCase("sv");
  return [name, code].some((text) => text.toLocaleLowerCase("sv").includes(wanted));
}
