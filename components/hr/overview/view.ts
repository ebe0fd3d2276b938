import { type Month, monthsUpTo } from "@/lib/turnover/month";
import { type Multiplicity, multiplicityOf, openSummaries } from "@/lib/turnover/overview";
import { type PeriodTurnover, pooledTurnover } from "@/lib/turnover/period";
import type { TurnoverPolicy } from "@/lib/turnover/policy";
import type { UnitSummary } from "@/lib/turnover/summary";
import { type Trend, turnoverTrend } from "@/lib/turnover/trend";
import type { UnitMonths } from "@/lib/turnover/unit-months";

/** All that the overview shows, for one kind of unit or for all. */
export type OverviewView = {
  readonly asOf: Month;
  readonly policy: TurnoverPolicy;
  readonly kind: string | null;
  /** Open units of the kind, alphabetical. */
  readonly units: readonly UnitSummary[];
  /** Open units of other kinds that are flagged or stand out. */
  readonly elsewhere: readonly UnitSummary[];
  /** Every open unit: what needs doing is not only about one kind. */
  readonly all: readonly UnitSummary[];
  readonly multiplicity: Multiplicity;
  /** Over-dispersion of each peer group that is compared. */
  readonly widest: number;
  readonly trend: Trend;
  /** The same of each peer group of the kind, alphabetical; empty where there are fewer than two. */
  readonly groups: readonly { readonly group: string; readonly trend: Trend }[];
  /** The whole region, last twelve months. */
  readonly region: PeriodTurnover;
};

/**
 * The overview of one kind of unit (null: all). `units`: all of the region, closed ones too.
 *
 * @param all the summaries of the open ones, where they are worked out already
 */
export function overviewView(
  units: readonly UnitMonths[],
  asOf: Month,
  policy: TurnoverPolicy,
  kind: string | null,
  all: readonly UnitSummary[] = openSummaries(units, asOf, policy),
): OverviewView {
  const isShown = (unit: { kind: string }) => kind === null || unit.kind === kind;
  const shown = all.filter(isShown);
  const places = shown.flatMap(({ comparison }) => {
    const compared = comparison[policy.reading];
    return compared.kind === "compared" ? [compared] : [];
  });
  return {
    asOf,
    policy,
    kind,
    units: shown,
    elsewhere: all.filter((u) => !isShown(u) && u.verdict.word !== "neither"),
    all,
    multiplicity: multiplicityOf(shown, policy),
    widest: Math.max(1, ...places.map(({ phi }) => phi)),
    trend: turnoverTrend(units.filter(isShown), asOf, policy.reading, policy),
    groups: groupTrends(units.filter(isShown), asOf, policy),
    region: pooledTurnover(units, monthsUpTo(asOf, 12), policy),
  };
}

/** Each peer group's trend, closed units with it; the units that are compared with nobody are in none. */
function groupTrends(
  units: readonly UnitMonths[],
  asOf: Month,
  policy: TurnoverPolicy,
): OverviewView["groups"] {
  const byGroup = new Map<string, UnitMonths[]>();
  for (const unit of units) {
    if (unit.peerGroup === null) continue;
    const own = byGroup.get(unit.peerGroup) ?? [];
    own.push(unit);
    byGroup.set(unit.peerGroup, own);
  }
  if (byGroup.size < 2) return [];
  const alphabet = new Intl.Collator("sv", { numeric: true });
  return [...byGroup]
    .toSorted(([a], [b]) => alphabet.compare(a, b))
    .map(([group, own]) => ({ group, trend: turnoverTrend(own, asOf, policy.reading, policy) }));
}

/** The units of a view under one verdict, still alphabetical. */
export function under(view: OverviewView, word: UnitSummary["verdict"]["word"]) {
  return view.units.filter(({ verdict }) => verdict.word === word);
}

/** Units that some reading of the rule, on some reading of turnover, puts over the limit. */
export function overAnyReading(units: readonly UnitSummary[]): readonly UnitSummary[] {
  return units.filter(({ rule }) =>
    [rule.external, rule.externalExcl].some(
      ({ eachYear, pooled }) => eachYear === "flagged" || pooled === "flagged",
    ),
  );
}
