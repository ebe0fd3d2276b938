/** What a reader of one published number knows of the true one: `at` a bound means anything beyond it. */
export type Known = { readonly from: number; readonly to: number };

/** The true numbers that a published one allows, between 0 and `most`. */
export function known(shown: number, low: number, high: number, most: number): Known {
  if (shown <= low) return { from: 0, to: low };
  return shown >= high ? { from: high, to: most } : { from: shown, to: shown };
}

/** Every way to split `n` people over categories within their ranges. */
export function* tables(n: number, ranges: readonly Known[]): Generator<readonly number[]> {
  const [range, ...others] = ranges;
  if (range === undefined) {
    if (n === 0) yield [];
    return;
  }
  for (let here = range.from; here <= Math.min(range.to, n); here += 1) {
    for (const rest of tables(n - here, others)) yield [here, ...rest];
  }
}

/**
 * The least number of answers that stay open for one of the others, over every answer an insider may
 * have given. People are exchangeable, so tables of counts are all there is to enumerate.
 *
 * @param all every table that agrees with what is shown
 * @param insiders 1: somebody who knows the own answer reads along; 0: an outsider only
 */
export function leastOpen(all: Iterable<readonly number[]>, insiders: 0 | 1): number {
  const open = new Map<number | "outsider", Set<number>>();
  for (const table of all) {
    for (const own of insiders === 0 ? ["outsider" as const] : present(table)) {
      const seen = open.get(own) ?? new Set<number>();
      for (const answer of answersOfOthers(table, own)) seen.add(answer);
      open.set(own, seen);
    }
  }
  return Math.min(...[...open.values()].map((answers) => answers.size));
}

function present(table: readonly number[]): number[] {
  return table.flatMap((count, answer) => (count > 0 ? [answer] : []));
}

function answersOfOthers(table: readonly number[], own: number | "outsider"): number[] {
  return table.flatMap((count, answer) => (count > (answer === own ? 1 : 0) ? [answer] : []));
}
