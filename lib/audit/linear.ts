/** A figure as whoever adds and subtracts uses it: which groups of people it is the sum over, and how many. */
export type Sum = { readonly people: number; readonly groups: readonly string[] };

/** A prime above any number of people; its square is exact in a double. */
const PRIME = 1_000_003;

/** Beyond this many independent figures that overlap, not every combination can be tried. */
export const TRIED = 20;

/**
 * The fewest people whose sum is a combination of sums that overlap; Infinity when there is none, or when
 * they are more than can be tried. Complete: groups in the same sums can only be had together, and a
 * combination is settled by its values at the pivots, so every 0/1 choice at the pivots is tried.
 *
 * People in a combination follow from the same arithmetic, so the attacker needs no other knowledge.
 */
export function smallestIsolated(sums: readonly Sum[]): number {
  const rows = reduced(matrixOf(sums));
  if (rows.length > TRIED) return Number.POSITIVE_INFINITY;
  let smallest = Number.POSITIVE_INFINITY;
  for (let chosen = 1; chosen < 2 ** rows.length; chosen += 1) {
    const picked = rows.filter((_, index) => (chosen >> index) & 1);
    const [people = 0, ...groups] = columnSums(picked);
    if (groups.every((value) => value <= 1) && people > 0) smallest = Math.min(smallest, people);
  }
  return smallest;
}

/** One row for each sum: its people, then 0 or 1 for each pattern of membership. */
function matrixOf(sums: readonly Sum[]): number[][] {
  const patterns = new Map<string, string>();
  const names = [...new Set(sums.flatMap(({ groups }) => groups))];
  const within = sums.map(({ groups }) => new Set(groups));
  for (const name of names) {
    patterns.set(within.map((one) => (one.has(name) ? "1" : "0")).join(""), name);
  }
  const columns = [...patterns.keys()];
  return sums.map(({ people }, row) => [people, ...columns.map((one) => Number(one[row]))]);
}

/** Gauss and Jordan modulo the prime, never with a pivot in the first column. */
function reduced(matrix: readonly (readonly number[])[]): number[][] {
  let rows = matrix.map((row) => [...row]);
  const done: number[][] = [];
  for (let column = 1; column < (matrix[0]?.length ?? 0); column += 1) {
    const found = rows.find((row) => row[column] !== 0);
    if (found === undefined) continue;
    const pivot = found.map((value) => modulo(value * inverse(found[column] ?? 1)));
    const cleared = (row: readonly number[]) =>
      row.map((value, index) => modulo(value - (row[column] ?? 0) * (pivot[index] ?? 0)));
    rows = rows.filter((row) => row !== found).map(cleared);
    done.splice(0, done.length, ...done.map(cleared), pivot);
  }
  return done;
}

function columnSums(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, column) =>
    modulo(rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)),
  );
}

function modulo(value: number): number {
  return ((value % PRIME) + PRIME) % PRIME;
}

/** Fermat: value^(p−2). */
function inverse(value: number): number {
  let result = 1;
  let power = modulo(value);
  for (let left = PRIME - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = modulo(result * power);
    power = modulo(power * power);
  }
  return result;
}
