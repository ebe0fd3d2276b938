import { MAX_QUARTERS } from "@/lib/disclosure/limits";
import { quartersBetween, shiftQuarter } from "@/lib/quarters/quarter";
import type { ReportFacts } from "@/lib/reports/facts";
import type { NoForecast } from "@/lib/reports/survey-shape";
import { monthsToAnswers } from "@/lib/turnover/forecast";
import type { UnitSummary } from "@/lib/turnover/summary";

/** A result forms when a quarter is mixed, so the next one is at least this far away. */
const QUARTER_MONTHS = 3;

/** What a forecast stands on: the limits, the rounds so far, and since when units take part. */
export type ForecastFacts = Pick<ReportFacts, "rounds" | "quarter" | "programme"> & {
  readonly round: Pick<ReportFacts["round"], "limits">;
};

/**
 * Months until a unit without a result can be expected to have one: from its turnover of the last years and
 * the planning response rate, counted from the first round. Never from what waits. Null when nobody is
 * expected to leave, or so few that what waits is destroyed first.
 */
export function monthsToOwnResult(unit: UnitSummary, facts: ForecastFacts): number | null {
  const months = gatheringMonths(unit, facts);
  if (months === null) return null;
  return Math.max(QUARTER_MONTHS, months - gatheredMonths(unit.code, facts));
}

/** Months of taking part that gather enough answers for a result; null as in `monthsToOwnResult`. */
export function gatheringMonths(
  { staff, pooled }: UnitSummary,
  { round }: Pick<ForecastFacts, "round">,
): number | null {
  const rate = pooled.rates.externalExcl;
  if (staff === null || rate.kind === "no-rate") return null;
  const months = monthsToAnswers(round.limits.k, staff, rate.value);
  return months === null || months > MAX_QUARTERS * QUARTER_MONTHS ? null : months;
}

/** Why `gatheringMonths` is null. */
export function noGathering(
  { staff, pooled }: UnitSummary,
  { round }: Pick<ForecastFacts, "round">,
): NoForecast {
  const rate = pooled.rates.externalExcl;
  if (staff === null || rate.kind === "no-rate") return "no-rate";
  return monthsToAnswers(round.limits.k, staff, rate.value) === null ? "nobody-leaves" : "too-slow";
}

/** Months of rounds in which the unit's answers have been gathered: since it joined, from the first round on. */
function gatheredMonths(code: string, { rounds, quarter, programme }: ForecastFacts): number {
  const first = rounds.map((round) => round.quarter).sort()[0] ?? shiftQuarter(quarter, 1);
  const rounded = quartersBetween(first, quarter);
  const taking = quartersBetween(programme[code] ?? first, quarter);
  return Math.max(0, Math.min(rounded, taking) + 1) * QUARTER_MONTHS;
}
