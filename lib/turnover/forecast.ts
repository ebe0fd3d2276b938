import { MAX_QUARTERS } from "@/lib/disclosure/limits";
import type { Quarter } from "@/lib/quarters/quarter";

/** The share of the invited that plans reckon with. Never the number that waits: that would tell. */
export const PLANNING_RESPONSE_RATE = 0.5;

/**
 * Months until a group can be expected to have gathered enough answers, rounded up:
 * k / (staff × yearly rate × response rate). Null when nobody is expected to leave.
 * 12 employees and 10 % → 160 months; 60 and 15 % → 22.
 */
export function monthsToAnswers(
  needed: number,
  staff: number,
  yearlyRate: number,
  responseRate = PLANNING_RESPONSE_RATE,
): number | null {
  const answersPerYear = staff * yearlyRate * responseRate;
  if (!(answersPerYear > 0)) return null;
  // Rounded first: 159.99999999999997 + dust must not become a month more.
  return Math.ceil(Number(((12 * needed) / answersPerYear).toFixed(9)));
}

const QUARTER_MONTHS = 3;

/** Further ahead nothing is told: what waits longer is destroyed. */
const FURTHEST = 2 * MAX_QUARTERS;

/**
 * Months until a group has gathered enough, where the limit differs between rounds: what is gathered owes the
 * strictest limit of the rounds that it spans, as its answers were promised.
 *
 * @param limitIn the limit of the round so many quarters after the gathering began
 * @param monthsTo months to gather so many answers; null when nobody is expected to leave
 */
export function monthsUnderLimits(
  limitIn: (quarters: number) => number,
  monthsTo: (needed: number) => number | null,
): number | null {
  let needed = limitIn(0);
  for (;;) {
    const months = monthsTo(needed);
    if (months === null) return null;
    const spanned = Math.min(Math.ceil(months / QUARTER_MONTHS), FURTHEST);
    const strictest = Math.max(needed, ...Array.from({ length: spanned }, (_, i) => limitIn(i)));
    if (strictest === needed) return months;
    needed = strictest;
  }
}

/** A round's limit, as far as a forecast asks. */
export type RoundLimit = { readonly quarter: Quarter; readonly k: number };

/** The limit of a quarter: its own round's, else that of the last round before it; null before any. */
export function limitOf(rounds: readonly RoundLimit[], quarter: Quarter): number | null {
  let known: RoundLimit | null = null;
  for (const round of rounds) {
    if (round.quarter <= quarter && (known === null || known.quarter < round.quarter))
      known = round;
  }
  return known?.k ?? null;
}
