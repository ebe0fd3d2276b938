import { aboutPeople, optionCount } from "@/lib/disclosure/cell-figures";
import { cellsWithin, sumCells } from "@/lib/disclosure/picture";
import { type Cell, REGION, type Series } from "@/lib/disclosure/release";
import { type Paraphrase, THEME_ALPHA, type ThemeTable } from "@/lib/disclosure/theme-table";
import type { CommentsPart } from "@/lib/reports/comments-shape";
import type { RoundFacts } from "@/lib/reports/facts";
import { countWidth } from "@/lib/reports/noise-width";
import { spanOf } from "@/lib/reports/pictures";
import { CODE_BOOK } from "@/lib/themes/code-book";

const ITEM = "themes";

/** A theme table has the shape of a picture of one question, and is added up like one. */
const asCell = ({ node, series, from, to, n, counts }: ThemeTable): Cell => ({
  ...{ slice: "answers", node, series, from, to, n },
  items: { [ITEM]: { options: counts } },
});

type Of = Pick<CommentsPart["tables"][number], "name"> & {
  readonly node: Cell["node"];
  readonly series: Series;
};

function tableOf(cells: readonly Cell[], of: Of, round: RoundFacts) {
  const own = cells.filter(({ series }) => series === of.series);
  const within = cellsWithin(own, of.node, round.tree);
  const { from, to } = spanOf(within);
  if (from === null || to === null) return [];
  const picture = sumCells(within);
  const themes = CODE_BOOK.map(({ code, name, sensitive = false }) => {
    return { code, name, figure: optionCount(picture, ITEM, { code, sensitive }) };
  });
  const width = countWidth(picture.cells, THEME_ALPHA);
  return [{ ...of, from, to, people: aboutPeople(picture), themes, width }];
}

/**
 * What people wrote, as two readers coded and told it: themes of the region and of the groups that have a table of
 * their own, and the paraphrases. Null while nothing has been read.
 *
 * @param themes of the rounds that are added up
 * @param paraphrases of the rounds that are told
 */
export function commentsPart(
  themes: readonly ThemeTable[],
  paraphrases: readonly Paraphrase[],
  round: RoundFacts,
): CommentsPart | null {
  if (themes.length === 0) return null;
  const cells = themes.map(asCell);
  const named = (node: Cell["node"]) =>
    node === REGION ? round.region : (round.groupNames[node.slice("group:".length)] ?? node);
  const groups = [...new Set(themes.map(({ node }) => node))].filter((node) => node !== REGION);
  const places = [REGION, ...groups.sort()] as const;
  const leavers = places.map((node) => ({ node, name: named(node), series: "leaver" as const }));
  const retirees = { node: REGION, name: round.region, series: "retiree" } as const;
  return {
    tables: [...leavers, retirees].flatMap((of) => tableOf(cells, of, round)),
    told: paraphrases.map(({ node, to, text }) => ({ node, name: named(node), to, text })),
  };
}
