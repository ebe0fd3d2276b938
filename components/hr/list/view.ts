import { lastDayOfMonth, type Month } from "@/lib/turnover/month";
import { overview } from "@/lib/turnover/overview";
import type { TurnoverPolicy } from "@/lib/turnover/policy";
import type { UnitSummary } from "@/lib/turnover/summary";
import type { UnitMonths } from "@/lib/turnover/unit-months";

export type ListFilter = {
  /** Null: every kind. */
  readonly kind: string | null;
  /** Part of a name or a code, as it was typed. */
  readonly search: string;
};

/** The region's units in the order of the alphabet. */
export type ListView = {
  readonly asOf: Month;
  readonly policy: TurnoverPolicy;
  readonly filter: ListFilter;
  readonly open: readonly UnitSummary[];
  readonly closed: readonly UnitMonths[];
  /** Every open unit, whatever the filter: what the kinds are counted from. */
  readonly all: readonly UnitSummary[];
};

/** `units`: all of the region. Only names are filtered: verdicts are always against everybody. */
export function listView(
  units: readonly UnitMonths[],
  asOf: Month,
  policy: TurnoverPolicy,
  filter: ListFilter,
): ListView {
  const all = overview(units, asOf, policy).units;
  const matches = ({ kind, name, code }: { kind: string; name: string; code: string }) =>
    (filter.kind === null || kind === filter.kind) && isFound(filter.search, name, code);
  const alphabet = new Intl.Collator("sv", { numeric: true });
  const ended = ({ validTo }: UnitMonths) => validTo !== null && validTo < lastDayOfMonth(asOf);
  return {
    ...{ asOf, policy, filter, all },
    open: all.filter(matches),
    closed: units
      .filter((unit) => ended(unit) && matches(unit))
      .toSorted((a, b) => alphabet.compare(a.name, b.name)),
  };
}

function isFound(search: string, name: string, code: string): boolean {
  const wanted = search.trim().toLocaleLowerCase("sv");
  return [name, code].some((text) => text.toLocaleLowerCase("sv").includes(wanted));
}
