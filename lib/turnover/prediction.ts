import gammaQuantile from "@stdlib/stats-base-dists-gamma-quantile";
import poissonCdf from "@stdlib/stats-base-dists-poisson-cdf";

/** Chance of ending above a limit when nothing but chance is at work (one-sided). */
export const BEYOND = { "95": 0.025, "99.8": 0.001 } as const;

/** P(X ≥ count) when `expected` departures are expected. */
export function poissonTail(count: number, expected: number): number {
  return count <= 0 ? 1 : 1 - poissonCdf(count - 1, expected);
}

/**
 * Whether so many departures are more than chance gives: P(X ≥ observed) ≤ beyond.
 * The sum of a Poisson series is a gamma integral, so the same question reads
 * "is the lower exact bound of the observed count at or above what was expected?".
 * Over-dispersion (phi ≥ 1) first draws the observed count towards the expected by √phi.
 */
export function isAboveChance(
  observed: number,
  expected: number,
  beyond: number,
  phi = 1,
): boolean {
  if (observed <= expected) return false;
  const drawnIn = observed - (observed - expected) * (1 - 1 / Math.sqrt(phi));
  return gammaQuantile(beyond, drawnIn, 1) >= expected;
}

/**
 * The smallest number of departures that is more than chance gives. Looked for from two standard deviations above
 * what is expected, which is never far from it: more departures are never less surprising than fewer.
 */
export function smallestCountAbove(expected: number, beyond: number, phi = 1): number {
  const isAbove = (count: number) => isAboveChance(count, expected, beyond, phi);
  let count = Math.floor(expected + 2 * Math.sqrt(phi * expected)) + 1;
  while (!isAbove(count)) count += 1;
  while (isAbove(count - 1)) count -= 1;
  return count;
}

/** The number `count` > 0 at which a rising function reaches a value, to double precision. */
function rootOf(rising: (count: number) => number, value: number, highest: number): number {
  let low = 0;
  let high = highest;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The upper limit as a smooth curve: the real c with P(gamma(c) ≤ expected) = beyond, that is
 * Q(c, expected) = 1 − beyond. A whole count is at or above it exactly when `isAboveChance` says so.
 */
export function upperLimitAt(expected: number, beyond: number, phi = 1): number {
  const highest = 2 * expected + 40;
  const limit = rootOf((count) => gammaQuantile(beyond, count, 1), expected, highest);
  return expected + Math.sqrt(phi) * (limit - expected);
}

/**
 * The lower limit: a whole count is at or below it exactly when P(X ≤ count) ≤ beyond.
 * Null where even no departure at all is within chance.
 */
export function lowerLimitAt(expected: number, beyond: number, phi = 1): number | null {
  if (Math.exp(-expected) > beyond) return null;
  const limit = rootOf((c) => gammaQuantile(1 - beyond, c + 1, 1), expected, expected);
  const widened = expected + Math.sqrt(phi) * (limit - expected);
  return widened < 0 ? null : widened;
}

/** A point of a funnel's limit: expected departures, the limit as a count and as times expected. */
export interface LimitPoint {
  expected: number;
  count: number;
  ratio: number;
}

/**
 * The upper limit drawn from one number of expected departures to another. The curve is walked along its counts, where
 * its expected number is a quantile; walked along the expected numbers every point would have to be searched for.
 */
export function upperCurve(
  range: { from: number; to: number; steps: number },
  beyond: number,
): readonly LimitPoint[] {
  const ends = [upperLimitAt(range.from, beyond), upperLimitAt(range.to, beyond)] as const;
  return walked(ends, range.steps, (count) => gammaQuantile(beyond, count, 1));
}

/** The lower limit from where it begins, no departure at all, to a number of expected departures; none before that. */
export function lowerCurve(
  range: { to: number; steps: number },
  beyond: number,
): readonly LimitPoint[] {
  const end = lowerLimitAt(range.to, beyond);
  if (end === null) return [];
  return walked([0, end], range.steps, (count) => gammaQuantile(1 - beyond, count + 1, 1));
}

function walked(
  [first, last]: readonly [number, number],
  steps: number,
  expectedAt: (count: number) => number,
): readonly LimitPoint[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const count = first + ((last - first) * i) / steps;
    const expected = expectedAt(count);
    return { expected, count, ratio: count / expected };
  });
}

/** How many of so many units are expected above a limit by chance alone (30 at 2.5 % → 0.75). */
export function expectedAboveByChance(units: number, beyond: number): number {
  return units * beyond;
}

/**
 * The chance that a year shows at least the threshold though the true rate is another
 * (12 employees, truly 8 %, threshold 10 % → 0.25).
 */
export function chanceOfYearOver(threshold: number, staff: number, trueRate: number): number {
  // Rounded first: 0.1 × 30 must ask for three departures, not for four.
  const needed = Math.ceil(Number((threshold * staff).toFixed(9)));
  return poissonTail(needed, trueRate * staff);
}
