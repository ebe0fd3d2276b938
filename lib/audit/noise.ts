import type { Round } from "./published";
import type { Cell } from "./shapes";

/** How far a table of one choice a person is from the people in it, and how far noise makes it on average. */
export type Distance = { readonly off: number; readonly variance: number };

/** Under this many tables all may add up by chance (for one of six codes about one in six does). */
const TABLES_TO_TELL = 8;

/** Under this many counts all may be divisible by five by chance (about one in three is). */
const COUNTS_TO_TELL = 30;

/** Under this many tables noise may by chance be half as wide as it should be. */
const TABLES_TO_MEASURE = 40;

const varianceOf = (alpha: number) => (2 * alpha) / (1 - alpha) ** 2;

/** The variance of a theme's count: each person may have three. */
export const readNoise = varianceOf(2 ** (-1 / 3));

/** The tables of a picture that would add up to its people if nothing had been added. */
export function tablesOf(cell: Cell, round: Round): readonly Distance[] {
  return Object.entries(cell.items).flatMap(([id, { options, classes }]) => {
    const asked = round.items.get(id);
    if (asked === undefined || asked.choices > 1) return [];
    const alpha = classes === undefined ? 1 / 2 : Math.SQRT1_2;
    const each = varianceOf(alpha);
    return [options, ...(classes === undefined ? [] : [classes])].map((table) => {
      const counts = Object.values(table);
      const sum = counts.reduce((all, count) => all + count, 0);
      return { off: sum - cell.n, variance: each * counts.length };
    });
  });
}

/** Tables that all add up: the noise was left out. */
export function isExact(tables: readonly Distance[]): boolean {
  return tables.length >= TABLES_TO_TELL && tables.every(({ off }) => off === 0);
}

/** Counts that are all divisible by five: rounded, which protects nobody. */
export function isRounded(cell: Cell): boolean {
  const counts = Object.values(cell.items).flatMap(({ options, classes }) => [
    ...Object.values(options),
    ...Object.values(classes ?? {}),
  ]);
  return counts.length >= COUNTS_TO_TELL && counts.every((count) => count % 5 === 0);
}

/** Noise less than half as wide as stated. */
export function isTooNear(tables: readonly Distance[]): boolean {
  if (tables.length < TABLES_TO_MEASURE) return false;
  const squares = tables.reduce((sum, { off, variance }) => sum + off ** 2 / variance, 0);
  return squares / tables.length < 0.25;
}
