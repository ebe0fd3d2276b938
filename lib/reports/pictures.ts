import {
  aboutMean,
  aboutPeople,
  aboutShare,
  aboutWhole,
  type ShareOf,
} from "@/lib/disclosure/cell-figures";
import type { Figure } from "@/lib/disclosure/figure";
import { hme } from "@/lib/disclosure/hme";
import { INDICATORS } from "@/lib/disclosure/indicators";
import { cellsWithin, type Picture, sumCells } from "@/lib/disclosure/picture";
import { type Cell, type NodeId, REGION, type Series } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";
import type { RoundFacts } from "@/lib/reports/facts";
import { classesOf, ITEMS, indexItems } from "@/lib/reports/items";
import { indexWidth, itemAlpha, shareWidth } from "@/lib/reports/noise-width";
import type { ReportPicture } from "@/lib/reports/survey-shape";
import { wholeHme } from "@/lib/reports/whole-index";

/**
 * The pictures of a year: the region's leavers always (withheld before the first cell), a group's when a
 * cell formed at it, the region's retirees when they have one.
 *
 * @param cells of the year
 */
export function pictures(cells: readonly Cell[], round: RoundFacts): readonly ReportPicture[] {
  const groups = [...new Set(Object.values(round.tree.units))]
    .map((code) => ({ node: `group:${code}` as const, name: round.groupNames[code] ?? code }))
    .filter(({ node }) => cells.some((cell) => cell.node === node && cell.series === "leaver"))
    .sort((a, b) => SWEDISH.compare(a.name, b.name));
  const retirees = cells.some(({ series, slice }) => series === "retiree" && slice === "answers");
  return [
    pictureOf(cells, { node: REGION, name: round.region, series: "leaver" }, round),
    ...groups.map((group) => pictureOf(cells, { ...group, series: "leaver" }, round)),
    ...(retirees
      ? [pictureOf(cells, { node: REGION, name: round.region, series: "retiree" }, round)]
      : []),
  ];
}

const SWEDISH = new Intl.Collator("sv");

/** Retirees take the short track: what noise alone makes of their skips is no share. */
const NOT_ASKED: Figure = { kind: "withheld", reason: "item-too-few" };

/** What reading a picture takes of its round. */
type Read = Pick<RoundFacts, "tree" | "questionnaire">;

type Of = { readonly node: NodeId; readonly name: string; readonly series: Series };

/** What a group's leavers of one series say: the sum of the cells given that lie at its node or under it. */
export function pictureOf(cells: readonly Cell[], of: Of, round: Read): ReportPicture {
  const { questionnaire } = round;
  const own = answersOf(cells, of, round);
  const picture = sumCells(own);
  const people = aboutPeople(picture);
  const share = (item: string, code: string) =>
    aboutShare(picture, { item, table: "classes", part: [code] });
  const inClasses = (item: string) =>
    classesOf(questionnaire, item).map(({ code, name }) => ({
      code,
      name,
      figure: share(item, code),
    }));
  return {
    ...of,
    ...spanOf(own),
    cells: picture.cells,
    people,
    classes: inClasses(ITEMS.mainReason),
    avoidable: aboutShare(picture, INDICATORS.avoidable),
    silence: aboutShare(picture, INDICATORS.silence),
    unheard: of.series === "retiree" ? NOT_ASKED : aboutShare(picture, INDICATORS.unheard),
    recommend: inClasses(ITEMS.recommend),
    hme: wholeHme(hme(questionnaire, (item) => aboutMean(picture, item))),
    width: widthOf(picture, of.series, round),
  };
}

/** The cells that a picture of answers is the sum of. */
export function answersOf(cells: readonly Cell[], of: Omit<Of, "name">, round: Pick<Read, "tree">) {
  const mine = cells.filter((cell) => cell.slice === "answers" && cell.series === of.series);
  return cellsWithin(mine, of.node, round.tree);
}

/** First and last quarter of some cells' answers. */
export function spanOf(cells: readonly Cell[]): { from: Quarter | null; to: Quarter | null } {
  const from = cells.map((cell) => cell.from).sort()[0] ?? null;
  const to =
    cells
      .map((cell) => cell.to)
      .sort()
      .at(-1) ?? null;
  return { from, to };
}

/** From the shown number of people: the width must tell nothing that the figure does not. */
function widthOf(
  picture: Picture,
  series: Series,
  { questionnaire }: Read,
): ReportPicture["width"] {
  const { cells } = picture;
  const people = aboutPeople(picture);
  const alpha = itemAlpha(questionnaire, ITEMS.mainReason);
  const items = indexItems(questionnaire);
  if (people.kind !== "about" || alpha === null || items === 0) return null;
  const part = (of: ShareOf) => {
    const whole = aboutWhole(picture, of);
    return whole.kind === "about" ? shareWidth(whole.n, cells, alpha) : null;
  };
  const silence = part(INDICATORS.silence);
  const unheard = series === "retiree" ? null : part(INDICATORS.unheard);
  return {
    share: shareWidth(people.n, cells, alpha),
    index: indexWidth(people.n, cells, items),
    ...(silence === null ? {} : { silence }),
    ...(unheard === null ? {} : { unheard }),
  };
}
