import type { Reading } from "./definition";
import { lastWholeYear, type Month, monthsUpTo, yearWindow } from "./month";
import { type PeriodTurnover, periodTurnover } from "./period";
import type { TurnoverPolicy } from "./policy";
import type { UnitMonths } from "./unit-months";

/**
 * What a reading of the motion's rule says. Only `flagged` raises the flag.
 * `too-short`: the unit did not exist, or lacks headcounts, for part of the time the rule asks for.
 * `too-few-staff`: no rate is given for so few, so none can reach the threshold.
 */
export type RuleOutcome = "flagged" | "not-flagged" | "too-short" | "too-few-staff";

/** "At least 10 % during at least 3 years", read both ways. */
export interface RuleResult {
  /** Each of the last whole calendar years. */
  eachYear: RuleOutcome;
  /** The last months pooled (36 for three years). */
  pooled: RuleOutcome;
}

/** Turnover of the periods the rule looks at, oldest first. */
export interface RulePeriods {
  years: readonly PeriodTurnover[];
  pooled: PeriodTurnover;
}

/**
 * The last whole calendar years and the last months, as many as the policy asks for.
 *
 * @param known the unit's years that are counted already, on the same policy
 */
export function rulePeriods(
  unit: UnitMonths,
  asOf: Month,
  policy: TurnoverPolicy,
  known: readonly (PeriodTurnover & { readonly year: number })[] = [],
): RulePeriods {
  const last = lastWholeYear(asOf);
  const years = Array.from({ length: policy.years }, (_, i) => last - policy.years + 1 + i);
  const counted = (year: number) => known.find((one) => one.year === year);
  return {
    years: years.map((year) => counted(year) ?? periodTurnover(unit, yearWindow(year), policy)),
    pooled: periodTurnover(unit, monthsUpTo(asOf, 12 * policy.years), policy),
  };
}

/** Both readings of the rule, on one reading of turnover. */
export function motionRule(
  periods: RulePeriods,
  reading: Reading,
  policy: TurnoverPolicy,
): RuleResult {
  return {
    eachYear: worst(periods.years.map((year) => outcomeOf(year, reading, 12))),
    pooled: outcomeOf(periods.pooled, reading, 12 * policy.years),
  };
}

function outcomeOf(period: PeriodTurnover, reading: Reading, months: number): RuleOutcome {
  if (typeof period.exposure === "string" || period.exposure.months < months) return "too-short";
  const rate = period.rates[reading];
  if (rate.kind === "no-rate") return "too-few-staff";
  return rate.reachesThreshold ? "flagged" : "not-flagged";
}

/** All years must be flagged; otherwise the strongest reason why not. */
function worst(outcomes: readonly RuleOutcome[]): RuleOutcome {
  const order = ["too-short", "too-few-staff", "not-flagged"] as const;
  return order.find((outcome) => outcomes.includes(outcome)) ?? "flagged";
}

/** Whether the policy's reading of the rule raises the flag. */
export function isFlagged(result: RuleResult, policy: TurnoverPolicy): boolean {
  const each = result.eachYear === "flagged";
  const pooled = result.pooled === "flagged";
  return { "each-year": each, pooled, either: each || pooled }[policy.rule];
}

/** The last whole year reaches the threshold though neither reading is flagged: a notice, no more. */
export function isNotice(periods: RulePeriods, result: RuleResult, reading: Reading): boolean {
  const last = periods.years.at(-1);
  if (last === undefined || result.eachYear === "flagged" || result.pooled === "flagged") {
    return false;
  }
  return outcomeOf(last, reading, 12) === "flagged";
}
