import gammaQuantile from "@stdlib/stats-base-dists-gamma-quantile";

/** How often an interval built like this holds the truth. */
export type Level = "95" | "99.8";

/** Bounds in the same unit as what they belong to: a count, a rate per person-year or a share. */
export interface Interval {
  lower: number;
  upper: number;
}

/** Probability outside on each side, and the normal deviate that belongs to it. */
const LEVELS: Readonly<Record<Level, { tail: number; z: number }>> = {
  "95": { tail: 0.025, z: 1.959963984540054 },
  "99.8": { tail: 0.001, z: 3.090232306167813 },
};

/** Below this count Byar's approximation is too coarse (OHID's rule). */
const EXACT_BELOW = 10;

/** The exact intervals that rates are given by: ten counts, asked for by every unit in every year. */
const EXACT: Readonly<Record<Level, readonly Interval[]>> = {
  "95": exactBelow("95"),
  "99.8": exactBelow("99.8"),
};

function exactBelow(level: Level): readonly Interval[] {
  return Array.from({ length: EXACT_BELOW }, (_, count) => garwood(count, level));
}

/**
 * Exact (Garwood 1936) interval of a Poisson mean given the count, by quantiles of χ²/2 = gamma.
 * @throws RangeError when the count is not a whole number ≥ 0
 */
export function exactInterval(count: number, level: Level = "95"): Interval {
  assertCount(count);
  return EXACT[level][count] ?? garwood(count, level);
}

function garwood(count: number, level: Level): Interval {
  const { tail } = LEVELS[level];
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count, 1),
    upper: gammaQuantile(1 - tail, count + 1, 1),
  };
}

/**
 * Byar's approximation of the same interval (Breslow & Day 1987, 2.2).
 * @throws RangeError when the count is not a whole number ≥ 0
 */
export function byarInterval(count: number, level: Level = "95"): Interval {
  assertCount(count);
  const { z } = LEVELS[level];
  const bound = (n: number, side: number) =>
    n === 0 ? 0 : n * (1 - 1 / (9 * n) + (side * z) / (3 * Math.sqrt(n))) ** 3;
  return { lower: bound(count, -1), upper: bound(count + 1, 1) };
}

/**
 * Interval of a yearly rate: exact below ten departures, Byar from ten.
 * @throws RangeError when the count is not a whole number ≥ 0, or no person-years stand behind it
 */
export function rateInterval(count: number, personYears: number, level: Level = "95"): Interval {
  if (!(personYears > 0)) throw new RangeError(`A rate needs person-years, got ${personYears}.`);
  const { lower, upper } =
    count < EXACT_BELOW ? exactInterval(count, level) : byarInterval(count, level);
  return { lower: lower / personYears, upper: upper / personYears };
}

/**
 * Wilson's score interval of a proportion (Wilson 1927).
 * @throws RangeError unless 0 ≤ count ≤ of and of > 0
 */
export function wilsonInterval(count: number, of: number, level: Level = "95"): Interval {
  assertCount(count);
  if (!(of > 0 && count <= of)) throw new RangeError(`${count} of ${of} is not a proportion.`);
  const { z } = LEVELS[level];
  const share = count / of;
  const centre = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  // At none and at all the bound is 0 and 1 by algebra; rounding would leave a crumb beside it.
  return {
    lower: count === 0 ? 0 : (centre - half) / scale,
    upper: count === of ? 1 : (centre + half) / scale,
  };
}

function assertCount(count: number): void {
  if (!(Number.isInteger(count) && count >= 0)) {
    throw new RangeError(`A count of departures is a whole number, got ${count}.`);
  }
}
