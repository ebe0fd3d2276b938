import { alphaFor, type Noise } from "@/lib/disclosure/noise";
import type { NodeId, Series } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";

/** The most themes that one person's comment may have. */
export const MAX_THEMES = 3;

/** Those who wrote nothing are an option of their own. Its hyphen is outside the codes of a code book. */
export const NO_TEXT = "no-text";

/** The α of a theme's count: three choices share the odds of four (design 3). */
export const THEME_ALPHA = alphaFor(MAX_THEMES);

/** What a finished coding shows of one node and series: people by theme, noised once, unclipped. */
export type ThemeTable = {
  readonly node: NodeId;
  readonly series: Series;
  readonly from: Quarter;
  readonly to: Quarter;
  /** People who could have written: those who did, and those who were silent. */
  readonly n: number;
  /** Every theme of the code book, and `NO_TEXT`: count with its noise. */
  readonly counts: Readonly<Record<string, number>>;
};

/** What readers wrote of a comment. `place`: from 1 within its node and quarter, in drawn order. */
export type Paraphrase = {
  readonly node: NodeId;
  readonly to: Quarter;
  readonly place: number;
  readonly text: string;
};

/** People of one node and series whose comments were coded: each comment's themes, and how many were silent. */
export type CodedPool = Omit<ThemeTable, "n" | "counts"> & {
  readonly silent: number;
  readonly coded: readonly (readonly string[])[];
};

/**
 * Draws a pool's theme table, once. `themes`: the whole code book, so that a theme nobody wrote about has its
 * noise as well. Throws when a comment has no theme, too many, one twice, or one that is not in the book.
 */
export function themeTable(pool: CodedPool, themes: readonly string[], noise: Noise): ThemeTable {
  const { silent, coded, ...of } = pool;
  const exact = new Map([...themes, NO_TEXT].map((code) => [code, 0]));
  const add = (code: string, people: number) => {
    const known = exact.get(code);
    if (known === undefined) throw new RangeError("a theme that is not in the code book");
    exact.set(code, known + people);
  };
  for (const codes of coded) {
    if (codes.length === 0 || codes.length > MAX_THEMES || new Set(codes).size < codes.length) {
      throw new RangeError("a comment has one to three different themes");
    }
    if (codes.includes(NO_TEXT)) throw new RangeError("who wrote has a text");
    for (const code of codes) add(code, 1);
  }
  add(NO_TEXT, silent);
  const counts = [...exact].map(([code, people]) => [code, people + noise(THEME_ALPHA)]);
  return { ...of, n: silent + coded.length, counts: Object.fromEntries(counts) };
}
