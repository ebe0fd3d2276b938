import { meanOf, type SignalSum } from "./means";
import type { SignalName, SignalRow } from "./signal";

/** One period of a unit's signal, and the mean of corresponding units; null where it is missing. */
export type SignalPoint = {
  readonly period: string;
  readonly value: number | null;
  readonly answers: number | null;
  readonly peers: number | null;
};

/**
 * A unit's signal over time, oldest first, from its own first period to its last. A year is left out where its
 * months are known. `sums`: of the corresponding units, the unit among them; one alone is no mean.
 */
export function seriesOf(
  signal: SignalName,
  rows: readonly SignalRow[],
  sums: readonly SignalSum[],
): readonly SignalPoint[] {
  const own = new Map(
    rows.filter((row) => row.signal === signal).map((row) => [row.period, row] as const),
  );
  const peers = new Map(
    sums
      .filter((sum) => sum.signal === signal && sum.units > 1)
      .map((sum) => [sum.period, sum] as const),
  );
  const known = [...own.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods = [...new Set([...known, ...peers.keys()])].sort();
  return periods
    .filter((period) => middleOf(period) >= middleOf(first) && middleOf(period) <= middleOf(last))
    .filter((period) => !periods.some((other) => other.startsWith(`${period}-`)))
    .map((period) => {
      const mine = own.get(period);
      const theirs = peers.get(period);
      return {
        period,
        value: mine?.value ?? null,
        answers: mine?.answers ?? null,
        peers: theirs === undefined ? null : meanOf(theirs),
      };
    });
}

/** The middle of a year or month, in years: 2025.5, or 2025 and a half month. */
export function middleOf(period: string): number {
  const year = Number(period.slice(0, 4));
  return period.length === 4 ? year + 0.5 : year + (Number(period.slice(5)) - 0.5) / 12;
}
