import { type Comparison, compareWithPeers } from "./comparison";
import type { DefinitionVersion, Reading } from "./definition";
import { type SeriesBreak, type UnitHistory, withHistory } from "./lineage";
import { lastWholeYear, type Month, monthsUpTo, yearWindow } from "./month";
import { type PeerStandard, peerStandard } from "./peers";
import { type PeriodTurnover, periodTurnover } from "./period";
import type { TurnoverPolicy } from "./policy";
import { isFlagged, isNotice, motionRule, type RuleResult, rulePeriods } from "./rule";
import { expectedByStaffGroup } from "./staff-groups";
import { firstMonthOf, type UnitMonths } from "./unit-months";
import { type Verdict, verdictOf } from "./verdict";

export interface YearTurnover extends PeriodTurnover {
  year: number;
}

/** All that a page says about one unit's turnover. */
export interface UnitSummary {
  definition: DefinitionVersion;
  asOf: Month;
  code: string;
  name: string;
  kind: string;
  peerGroup: string | null;
  /** Permanent employees at the end of `asOf`; null when not imported. */
  staff: number | null;
  /** Whole calendar years of data, oldest first. */
  years: readonly YearTurnover[];
  last12: PeriodTurnover;
  /** The policy's years as months up to `asOf` (36 for three years). */
  pooled: PeriodTurnover;
  breaks: readonly SeriesBreak[];
  /** The motion's rule, both ways, for both readings of turnover. */
  rule: Readonly<Record<Reading, RuleResult>>;
  /** What the policy's reading of the rule says. */
  flagged: boolean;
  /** A single year at the threshold: neither flag nor signal. */
  notice: boolean;
  comparison: Readonly<Record<Reading, Comparison>>;
  /** On the policy's reading of turnover. */
  verdict: Verdict;
}

/** A unit's summary. `units`: all of the region, where its peers and predecessors are found. */
export function unitSummary(
  unit: UnitMonths,
  units: readonly UnitMonths[],
  asOf: Month,
  policy: TurnoverPolicy,
): UnitSummary {
  const peers = units.filter(({ peerGroup }) => peerGroup !== null && peerGroup === unit.peerGroup);
  const standard = peerStandard(peers, monthsUpTo(asOf, 12 * policy.years), policy);
  return summaryAgainst(withHistory(unit, units), standard, asOf, policy);
}

/** The summary of a unit with its history, against a yardstick computed once for its group. */
export function summaryAgainst(
  { unit, breaks }: UnitHistory,
  standard: PeerStandard | null,
  asOf: Month,
  policy: TurnoverPolicy,
): UnitSummary {
  const years = yearsOf(unit, asOf, policy);
  const periods = rulePeriods(unit, asOf, policy, years);
  const rule = {
    external: motionRule(periods, "external", policy),
    externalExcl: motionRule(periods, "externalExcl", policy),
  };
  const groups = standard?.byStaffGroup
    ? expectedByStaffGroup(unit, standard.window, standard.byStaffGroup.rates, policy)
    : null;
  const comparison = {
    external: compareWithPeers(periods.pooled, "external", standard, groups),
    externalExcl: compareWithPeers(periods.pooled, "externalExcl", standard, groups),
  };
  const flagged = isFlagged(rule[policy.reading], policy);
  return {
    definition: policy.definition,
    asOf,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    peerGroup: unit.peerGroup,
    staff: unit.headcount[asOf] ?? null,
    years,
    last12: periodTurnover(unit, monthsUpTo(asOf, 12), policy),
    pooled: periods.pooled,
    breaks,
    rule,
    flagged,
    notice: isNotice(periods, rule[policy.reading], policy.reading),
    comparison,
    verdict: verdictOf(flagged, comparison[policy.reading]),
  };
}

/** Calendar years from the first headcount on in which the unit existed. */
function yearsOf(unit: UnitMonths, asOf: Month, policy: TurnoverPolicy): readonly YearTurnover[] {
  const first = firstMonthOf(unit);
  if (first === null) return [];
  const firstYear = Number(first.slice(0, 4));
  const length = Math.max(0, lastWholeYear(asOf) - firstYear + 1);
  return Array.from({ length }, (_, i) => firstYear + i)
    .map((year) => ({ year, ...periodTurnover(unit, yearWindow(year), policy) }))
    .filter(({ exposure }) => exposure !== "not-open");
}
