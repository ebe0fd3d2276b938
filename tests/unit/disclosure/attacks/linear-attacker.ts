/** A figure as the attacker uses it: 1 for each person in it, 0 for the others. */
export type Row = readonly number[];

const PRIME = 1_000_003;

/**
 * The smallest group of people whose sum is a combination of the figures' sums; Infinity when there is none.
 * Complete: people who are in the same figures can only be had together, so every union of such classes
 * is tried, modulo a prime.
 */
export function smallestIsolated(rows: readonly Row[], people: number): number {
  const classes = new Map<string, number>();
  for (let person = 0; person < people; person += 1) {
    const pattern = rows.map((row) => row[person] ?? 0).join("");
    classes.set(pattern, (classes.get(pattern) ?? 0) + 1);
  }
  const patterns = [...classes.keys()];
  const sizes = [...classes.values()];
  const reduced = rows.map((_, row) => patterns.map((pattern) => Number(pattern[row])));
  const rank = rankOf(reduced);
  let smallest = Number.POSITIVE_INFINITY;
  for (let union = 1; union < 2 ** patterns.length; union += 1) {
    const group = patterns.map((_, index) => (union >> index) & 1);
    const size = sizes.reduce((sum, one, index) => sum + one * (group[index] ?? 0), 0);
    if (size < smallest && rankOf([...reduced, group]) === rank) smallest = size;
  }
  return smallest;
}

function rankOf(rows: readonly Row[]): number {
  let left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => row[column] !== 0);
    if (pivot === undefined) continue;
    rank += 1;
    left = left
      .filter((row) => row !== pivot)
      .map((row) => eliminated(row, pivot, row[column] ?? 0, pivot[column] ?? 1));
  }
  return rank;
}

/** row · p − pivot · r: zero in the pivot's column, without a division. */
function eliminated(row: Row, pivot: Row, r: number, p: number): number[] {
  return row.map((value, index) => modulo(value * p - (pivot[index] ?? 0) * r));
}

function modulo(value: number): number {
  return ((value % PRIME) + PRIME) % PRIME;
}
