import { aboutMean, aboutPeople, aboutShare, optionCount } from "@/lib/disclosure/cell-figures";
import { alphaOf } from "@/lib/disclosure/cells";
import { type CountedItem, countedItems } from "@/lib/disclosure/counted-item";
import { cellsWithin, type Picture, sumCells } from "@/lib/disclosure/picture";
import type { Cell, NodeId, Series } from "@/lib/disclosure/release";
import type { RoundFacts } from "@/lib/reports/facts";
import { answerOptions, classesOf, ITEMS, itemOf } from "@/lib/reports/items";
import { countWidth, meanWidth, shareWidth } from "@/lib/reports/noise-width";
import { spanOf } from "@/lib/reports/pictures";
import type { QuestionsPart, QuestionTable } from "@/lib/reports/questions-shape";
import type { ReportPicture } from "@/lib/reports/survey-shape";

type Place = Pick<ReportPicture, "node" | "name" | "series">;
type Of = Place & { readonly kind: QuestionTable["kind"] };
type Entry = QuestionTable["figures"][number];

/** A question's part of a table: figures, and the width of each measure's noise. */
type Part = Pick<QuestionTable, "figures" | "widths">;

/** Shown by their classes with the pictures: their shares stand there. */
const PICTURED: readonly string[] = [ITEMS.mainReason, ITEMS.recommend];
/** Many options, each chosen by few: counted over more rounds, like the region's. */
const REASONS: readonly string[] = [ITEMS.mainReason, ITEMS.moreReasons, ITEMS.levers];

const STEPS = ["1", "2", "3", "4", "5"];

/**
 * Every question of the pictures that a report shows. Of groups means and shares of classes; single options of the
 * region alone, but for reasons and levers, which are counted over more rounds. Background questions of the region alone.
 *
 * @param year cells of the report's year
 * @param years cells of the rounds of reasons
 */
export function questionsPart(
  year: readonly Cell[],
  years: readonly Cell[],
  pictures: readonly Place[],
  round: RoundFacts,
): QuestionsPart {
  const whole = pictures.filter(({ node }) => node === "region");
  const isCounted = ({ node, series }: Place) => node === "region" && series === "leaver";
  const tables = [
    ...pictures.flatMap((place) => tableOf({ ...place, kind: "answers" }, year, round)),
    // The region's leavers stand in the report's own tables of reasons.
    ...pictures
      .filter((place) => !isCounted(place))
      .flatMap((place) => tableOf({ ...place, kind: "reasons" }, years, round)),
    ...whole.flatMap((place) => tableOf({ ...place, kind: "background" }, year, round)),
  ];
  return { asked: askedIn(round), tables };
}

function askedIn({ questionnaire }: RoundFacts): QuestionsPart["asked"] {
  return countedItems(questionnaire).flatMap(({ id, atom, classOf }) => {
    const item = itemOf(questionnaire, id);
    if (item === undefined) return [];
    const options = answerOptions(questionnaire, id).map(({ code, text: name }) => ({
      ...{ code, name },
    }));
    const steps = STEPS.map((code) => ({ code, name: { sv: code, en: code } }));
    const answers = atom === "scale" ? steps : options;
    const classes = classOf === null ? [] : [...classesOf(questionnaire, id)];
    return [
      { item: id, text: item.text, answers: classes },
      { item: `${id}-options`, text: item.text, answers },
    ];
  });
}

function tableOf(of: Of, all: readonly Cell[], round: RoundFacts): QuestionTable[] {
  const slice = of.kind === "background" ? "background" : "answers";
  const mine = all.filter((cell) => cell.slice === slice && cell.series === of.series);
  const cells = cellsWithin(mine, of.node as NodeId, round.tree);
  const { from, to } = spanOf(cells);
  if (from === null || to === null) return [];
  const picture = sumCells(cells, slice);
  const people = aboutPeople(picture);
  const n = people.kind === "about" ? people.n : 0;
  const parts = countedItems(round.questionnaire)
    .filter((item) => item.slice === slice && isAsked(item.id, of.series, round))
    .map((item) => partOf(item, of, { picture, n }, round));
  const { kind, node, name, series } = of;
  return [
    {
      ...{ kind, node, name, series, from, to, people },
      figures: parts.flatMap(({ figures }) => figures),
      widths: parts.flatMap(({ widths }) => widths),
    },
  ];
}

/** Retirees take the short track: what noise alone makes of their skips is no figure. */
function isAsked(id: string, series: Series, { questionnaire }: RoundFacts): boolean {
  return series !== "retiree" || itemOf(questionnaire, id)?.when === undefined;
}

type Summed = { readonly picture: Picture; readonly n: number };

const NOTHING: Part = { figures: [], widths: [] };

function partOf(item: CountedItem, of: Of, sum: Summed, round: RoundFacts): Part {
  const isReason = REASONS.includes(item.id);
  if (of.kind === "background") return counted(item, sum, round);
  if (of.kind === "reasons") return isReason ? counted(item, sum, round) : NOTHING;
  if (isReason || PICTURED.includes(item.id)) return NOTHING;
  const first = item.atom === "scale" ? mean(item, sum) : shares(item, sum, round);
  if (of.node !== "region" || of.series !== "leaver") return first;
  const single = counted(item, sum, round);
  return {
    figures: [...first.figures, ...single.figures],
    widths: [...first.widths, ...single.widths],
  };
}

function mean({ id }: CountedItem, { picture, n }: Summed): Part {
  return {
    figures: [{ item: id, figure: aboutMean(picture, id) }],
    widths: [{ item: id, width: meanWidth(n, picture.cells) }],
  };
}

function shares(item: CountedItem, { picture, n }: Summed, { questionnaire }: RoundFacts): Part {
  const { id } = item;
  const figures = classesOf(questionnaire, id).map(({ code }): Entry => {
    return {
      item: id,
      code,
      figure: aboutShare(picture, { item: id, table: "classes", part: [code] }),
    };
  });
  return { figures, widths: [{ item: id, width: shareWidth(n, picture.cells, alphaOf(item)) }] };
}

function counted(item: CountedItem, { picture }: Summed, { questionnaire }: RoundFacts): Part {
  const name = `${item.id}-options`;
  const known = answerOptions(questionnaire, item.id);
  const options = known.length > 0 ? known : item.options.map((code) => ({ code }));
  const figures = options.map((option): Entry => {
    return { item: name, code: option.code, figure: optionCount(picture, item.id, option) };
  });
  return { figures, widths: [{ item: name, width: countWidth(picture.cells, alphaOf(item)) }] };
}
