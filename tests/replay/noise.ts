/** Two-sided geometric noise, P(x) = (1 − α)/(1 + α) · α^|x|: what it may and may not do to a count. */

/** Kinds of noise in a replay, each judged on its own. */
const KINDS = 3;
/** Of all counts of a replay together, a chance of one in a million to be called wrong when they are right. */
const FALSE_ALARM = 1e-6 / KINDS;
/** Standard deviations from the expectation that the mean and the mean square may lie off. */
const SIGMAS = 7;

export type Drawn = { readonly alpha: number; readonly difference: number };

/** The α of a count: two tables share the odds of four, as do the choices of one person. */
export const alphaOf = (tablesOrChoices: number): number => 2 ** (-1 / tablesOrChoices);

/** The largest difference that one of `counts` counts may show: P(|x| ≥ t) = 2 α^t / (1 + α). */
export function bound(alpha: number, counts: number): number {
  return Math.ceil(Math.log((FALSE_ALARM * (1 + alpha)) / (2 * counts)) / Math.log(alpha));
}

const variance = (alpha: number) => (2 * alpha) / (1 - alpha) ** 2;
/** E x⁴ = 2α(1 + 10α + α²) / (1 − α)⁴ */
const fourth = (alpha: number) => (2 * alpha * (1 + 10 * alpha + alpha ** 2)) / (1 - alpha) ** 4;

export type Width = {
  readonly counts: number;
  readonly equal: number;
  readonly largest: number;
  readonly allowed: number;
  readonly mean: number;
  readonly meanSquare: number;
  readonly expected: number;
  readonly wrong: readonly string[];
};

/** Holds all differences of one α against the noise that was promised. */
export function judge(alpha: number, differences: readonly number[]): Width {
  const counts = differences.length;
  const mean = differences.reduce((sum, x) => sum + x, 0) / counts;
  const meanSquare = differences.reduce((sum, x) => sum + x * x, 0) / counts;
  const expected = variance(alpha);
  const equal = differences.filter((x) => x === 0).length;
  const largest = Math.max(...differences.map(Math.abs));
  const allowed = bound(alpha, counts);
  const off = (value: number, from: number, square: number) =>
    !(Math.abs(value - from) <= SIGMAS * Math.sqrt(square / counts));
  const wrong = [
    ...(largest < allowed ? [] : [`a difference of ${largest}, allowed are less than ${allowed}`]),
    ...(off(mean, 0, expected) ? [`the mean is ${mean}, not near 0`] : []),
    ...(off(meanSquare, expected, fourth(alpha) - expected ** 2)
      ? [`the mean square is ${meanSquare}, not near ${expected}`]
      : []),
    ...(equal === counts ? ["every count is exact"] : []),
  ];
  return { counts, equal, largest, allowed, mean, meanSquare, expected, wrong };
}
