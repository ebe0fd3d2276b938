/** How many places two lists agree in: what an attacker links who lays one order beside the other. */
export function linksByOrder<T>(one: readonly T[], other: readonly T[]): number {
  return one.filter((person, place) => person === other[place]).length;
}

/** Spearman's rank correlation of two orders of the same people, −1 to 1. */
export function rankCorrelation<T>(one: readonly T[], other: readonly T[]): number {
  const rank = new Map(other.map((person, place) => [person, place]));
  const n = one.length;
  const squares = one.map((person, place) => ((rank.get(person) ?? place) - place) ** 2);
  const sum = squares.reduce((total, square) => total + square, 0);
  return n < 2 ? 0 : 1 - (6 * sum) / (n * (n * n - 1));
}

export type Measured = {
  readonly runs: number;
  readonly mean: number;
  readonly standardError: number;
};

/** Mean and standard error of repeated measurements. */
export function measured(values: readonly number[]): Measured {
  const runs = values.length;
  const mean = values.reduce((total, value) => total + value, 0) / runs;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  const standardError = runs < 2 ? 0 : Math.sqrt(squares / (runs - 1) / runs);
  return { runs, mean, standardError };
}

/** Two even orders of any length agree in one place on average, with variance 1 (fixed points of a permutation). */
export const CHANCE = 1;

/** How many standard errors of pure chance a mean of links lies above it. */
function aboveChance({ runs, mean }: Measured): number {
  return (mean - CHANCE) * Math.sqrt(runs);
}

/**
 * From how many standard errors above chance an order is called leaking. The links of even orders are as good as
 * Poisson: chance gets above seven once in 900 000 looks at a single pair of orders, and less than once in forty
 * million at six or more. A leak is tens of standard errors.
 */
const LEAKING = 7;

export const leaksOrder = (links: Measured): boolean => aboveChance(links) > LEAKING;
