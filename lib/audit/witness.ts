import { type Agrees, type Range, rangesOf, type View } from "./bounds";

/**
 * Looks for one table that agrees, by hand, before anything slower is asked: a table that was found proves
 * that the answer is open; only where none is found does `otherwise` decide.
 */
export function firstByHand(otherwise: Agrees): Agrees {
  return (view, least) => isFound(view, rangesOf(view, least)) || otherwise(view, least);
}

/** Fills the lowest answers first, then moves one person after the other a step up. */
function isFound(view: View, ranges: readonly Range[]): boolean {
  const table = filled(view.people, ranges);
  if (table === null) return false;
  if (view.sum === null) return true;
  let sum = table.reduce((all, n, index) => all + n * (index + 1), 0);
  while (sum < view.sum.from) {
    const step = ranges.findIndex(
      ({ from }, index) =>
        (table[index] ?? 0) > from && (table[index + 1] ?? 0) < (ranges[index + 1]?.to ?? 0),
    );
    if (step < 0) return false;
    table[step] = (table[step] ?? 0) - 1;
    table[step + 1] = (table[step + 1] ?? 0) + 1;
    sum += 1;
  }
  return sum <= view.sum.to;
}

/** A table within the ranges; null when there is none. */
function filled(people: number, ranges: readonly Range[]): number[] | null {
  let left = people - ranges.reduce((sum, { from }) => sum + from, 0);
  if (left < 0 || ranges.some(({ from, to }) => from > to)) return null;
  const table = ranges.map(({ from, to }) => {
    const more = Math.min(left, to - from);
    left -= more;
    return from + more;
  });
  return left === 0 ? table : null;
}
