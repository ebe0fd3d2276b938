import { withHistory } from "./lineage";
import { lastDayOfMonth, type Month, monthsUpTo } from "./month";
import { type PeerStandard, peerStandard } from "./peers";
import { type PeriodTurnover, pooledTurnover } from "./period";
import type { TurnoverPolicy } from "./policy";
import { BEYOND, expectedAboveByChance } from "./prediction";
import { summaryAgainst, type UnitSummary } from "./summary";
import { type Trend, turnoverTrend } from "./trend";
import type { UnitMonths } from "./unit-months";
import type { VerdictWord } from "./verdict";

/** Of so many units compared, how many lie above each limit, and how many chance alone puts there. */
export interface Multiplicity {
  compared: number;
  above: { "95": number; "99.8": number };
  byChance: { "95": number; "99.8": number };
}

export interface PeerGroupOverview {
  peerGroup: string;
  standard: PeerStandard;
  multiplicity: Multiplicity;
}

/** Turnover of the whole region at the end of a month. */
export interface Overview {
  asOf: Month;
  policy: TurnoverPolicy;
  last12: PeriodTurnover & { leftOut: readonly string[] };
  trend: Trend;
  /** Units open at the end of `asOf`, in Swedish alphabetical order. */
  units: readonly UnitSummary[];
  /** The same units under their four verdicts, each still alphabetical. */
  byVerdict: Readonly<Record<VerdictWord, readonly UnitSummary[]>>;
  groups: readonly PeerGroupOverview[];
  multiplicity: Multiplicity;
}

const alphabetical = new Intl.Collator("sv");

/** Every unit that is open at the end of `asOf`, each against its own group's yardstick, in alphabetical order. */
export function openSummaries(
  units: readonly UnitMonths[],
  asOf: Month,
  policy: TurnoverPolicy,
): readonly UnitSummary[] {
  return summariesAgainst(standardsOf(units, asOf, policy), units, asOf, policy);
}

function standardsOf(units: readonly UnitMonths[], asOf: Month, policy: TurnoverPolicy) {
  const window = monthsUpTo(asOf, 12 * policy.years);
  const peersOf = new Map<string, UnitMonths[]>();
  for (const unit of units) {
    if (unit.peerGroup === null) continue;
    peersOf.set(unit.peerGroup, [...(peersOf.get(unit.peerGroup) ?? []), unit]);
  }
  return new Map(
    [...peersOf].map(([group, peers]) => [group, peerStandard(peers, window, policy)]),
  );
}

function summariesAgainst(
  standards: ReadonlyMap<string, PeerStandard>,
  units: readonly UnitMonths[],
  asOf: Month,
  policy: TurnoverPolicy,
): readonly UnitSummary[] {
  return units
    .filter((unit) => isOpenAt(unit, asOf))
    .map((unit) => {
      const standard = standards.get(unit.peerGroup ?? "") ?? null;
      return summaryAgainst(withHistory(unit, units), standard, asOf, policy);
    })
    .sort((a, b) => alphabetical.compare(a.name, b.name));
}

/** The region's overview. `units`: all of them, closed ones too, each with its own months. */
export function overview(
  units: readonly UnitMonths[],
  asOf: Month,
  policy: TurnoverPolicy,
): Overview {
  const standards = standardsOf(units, asOf, policy);
  const summaries = summariesAgainst(standards, units, asOf, policy);
  const groups = [...standards].map(([peerGroup, standard]) => ({
    peerGroup,
    standard,
    multiplicity: multiplicityOf(
      summaries.filter((unit) => unit.peerGroup === peerGroup),
      policy,
    ),
  }));
  return {
    asOf,
    policy,
    last12: pooledTurnover(units, monthsUpTo(asOf, 12), policy),
    trend: turnoverTrend(units, asOf, policy.reading, policy),
    units: summaries,
    byVerdict: byVerdict(summaries),
    groups: groups.sort((a, b) => alphabetical.compare(a.peerGroup, b.peerGroup)),
    multiplicity: multiplicityOf(summaries, policy),
  };
}

function isOpenAt(unit: UnitMonths, month: Month): boolean {
  const day = lastDayOfMonth(month);
  return (unit.validFrom ?? day) <= day && day <= (unit.validTo ?? day);
}

function byVerdict(units: readonly UnitSummary[]): Overview["byVerdict"] {
  const under = (word: VerdictWord) => units.filter(({ verdict }) => verdict.word === word);
  return {
    prioritise: under("prioritise"),
    watch: under("watch"),
    "new-signal": under("new-signal"),
    neither: under("neither"),
  };
}

/** How many of these units lie above each limit, and how many chance alone puts there. */
export function multiplicityOf(
  units: readonly UnitSummary[],
  policy: TurnoverPolicy,
): Multiplicity {
  const places = units.flatMap(({ comparison }) => {
    const compared = comparison[policy.reading];
    return compared.kind === "compared" ? [compared.above] : [];
  });
  return {
    compared: places.length,
    above: {
      "95": places.filter((above) => above !== "within").length,
      "99.8": places.filter((above) => above === "99.8").length,
    },
    byChance: {
      "95": expectedAboveByChance(places.length, BEYOND["95"]),
      "99.8": expectedAboveByChance(places.length, BEYOND["99.8"]),
    },
  };
}
