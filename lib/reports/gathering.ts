import { MAX_QUARTERS } from "@/lib/disclosure/limits";
import { type Quarter, quartersBetween, shiftQuarter } from "@/lib/quarters/quarter";
import type { ReportFacts } from "@/lib/reports/facts";
import type { NoForecast } from "@/lib/reports/survey-shape";
import { limitOf, monthsToAnswers, monthsUnderLimits } from "@/lib/turnover/forecast";
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
  const months = gatheringMonths(unit, facts, beganIn(unit.code, facts));
  if (months === null) return null;
  return Math.max(QUARTER_MONTHS, months - gatheredMonths(unit.code, facts));
}

/** Months of taking part from a quarter on that gather enough answers for a result; null as in `monthsToOwnResult`. */
export function gatheringMonths(
  { staff, pooled }: UnitSummary,
  { round, rounds }: Pick<ForecastFacts, "round" | "rounds">,
  from: Quarter,
): number | null {
  const rate = pooled.rates.externalExcl;
  if (staff === null || rate.kind === "no-rate") return null;
  const limits = rounds.flatMap(({ quarter, k }) => (k === undefined ? [] : [{ quarter, k }]));
  const months = monthsUnderLimits(
    (quarters) => limitOf(limits, shiftQuarter(from, quarters)) ?? round.limits.k,
    (needed) => monthsToAnswers(needed, staff, rate.value),
  );
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

const firstOf = ({ rounds, quarter }: Pick<ForecastFacts, "rounds" | "quarter">): Quarter =>
  rounds.map((round) => round.quarter).sort()[0] ?? shiftQuarter(quarter, 1);

/** The first quarter whose answers a unit gathers: it joined then, or the rounds began. */
function beganIn(code: string, facts: ForecastFacts): Quarter {
  const [first, joined] = [firstOf(facts), facts.programme[code]];
  return joined && joined > first ? joined : first;
}

/** Months of rounds in which the unit's answers have been gathered: since it joined, from the first round on. */
function gatheredMonths(code: string, facts: ForecastFacts): number {
  const { quarter, programme } = facts;
  const first = firstOf(facts);
  const rounded = quartersBetween(first, quarter);
  const taking = quartersBetween(programme[code] ?? first, quarter);
  return Math.max(0, Math.min(rounded, taking) + 1) * QUARTER_MONTHS;
}
