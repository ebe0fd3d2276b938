import type { Comment, Silent, Work } from "@/lib/coding/comment";
import type { Noise } from "@/lib/disclosure/noise";
import type { NodeId } from "@/lib/disclosure/release";
import { type Paraphrase, type ThemeTable, themeTable } from "@/lib/disclosure/theme-table";
import type { Quarter } from "@/lib/quarters/quarter";
import { THEMES } from "@/lib/themes/code-book";

/** A comment and what two people made of it. */
export type Approved = { readonly comment: Comment; readonly work: Work };

/** What a coding releases when it is over. */
export type ThemeRelease = {
  readonly themes: readonly ThemeTable[];
  readonly paraphrases: readonly Paraphrase[];
};

/**
 * Themes by node and series with their noise drawn, and the paraphrases by node. `approved` is handed in shuffled:
 * its order is the paraphrases'. A paraphrase says neither series nor themes.
 */
export function finishedCoding(
  to: Quarter,
  silent: readonly Silent[],
  approved: readonly Approved[],
  noise: Noise,
): ThemeRelease {
  const themes = silent.map(({ node, series, from, silent: people }) => {
    const own = approved.filter(
      ({ comment }) => comment.node === node && comment.series === series,
    );
    const coded = own.map(({ work }) => work.codes);
    return themeTable({ node, series, from, to, silent: people, coded }, THEMES, noise);
  });
  const places = new Map<NodeId, number>();
  const paraphrases = approved.flatMap(({ comment: { node }, work: { paraphrase } }) => {
    if (paraphrase === null) return [];
    const place = (places.get(node) ?? 0) + 1;
    places.set(node, place);
    return [{ node, to, place, text: paraphrase }];
  });
  return { themes, paraphrases };
}
