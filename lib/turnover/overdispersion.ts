/** A unit's departures and how many were expected. */
export interface ObservedExpected {
  observed: number;
  expected: number;
}

/** Share of z-scores drawn in at either end, so that the outliers we look for do not hide themselves. */
const WINSORISED = 0.1;
const FEWEST_UNITS = 10;

/** Draws the lowest and the highest share of values in to the nearest value that remains. */
export function winsorise(values: readonly number[], share: number): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * share);
  const low = sorted[cut];
  const high = sorted[sorted.length - 1 - cut];
  if (low === undefined || high === undefined) return values;
  return values.map((value) => Math.min(Math.max(value, low), high));
}

/**
 * Over-dispersion φ: how much more units differ than chance alone would make them (colleagues leave
 * together). Mean square of winsorised z = (O − E) / √E, never below 1, and 1 with under ten units
 * (Spiegelhalter 2005, Stat Med 24:1185–1202). Limits widen by √φ.
 */
export function overdispersion(units: readonly ObservedExpected[]): number {
  const scores = units
    .filter(({ expected }) => expected > 0)
    .map(({ observed, expected }) => (observed - expected) / Math.sqrt(expected));
  if (scores.length < FEWEST_UNITS) return 1;
  const squares = winsorise(scores, WINSORISED).map((z) => z ** 2);
  return Math.max(1, squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
