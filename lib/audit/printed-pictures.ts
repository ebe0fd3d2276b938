import { type Compared, counted, countLeaks, differing, REASON_ROUNDS, toFive } from "./compared";
import type { Leak } from "./leak";
import { printedQuestions } from "./printed-questions";
import type { Round } from "./published";
import { ordinal } from "./quarters";
import type { Printed, PrintedSurvey } from "./report-shape";
import type { Cell } from "./shapes";
import { at, meanOf, peopleIn, shareOf, sumOf } from "./summed";

const [MAIN_REASON, MORE_REASONS, LEVERS, RECOMMEND] = ["B1", "B2", "B3", "E1"];

/** Shares over a question's classes: which class, of all who answered but for one. */
const INDICATORS = {
  avoidable: ["B1", "avoidable", null],
  silence: ["D4", "less_open", "no_talk"],
  unheard: ["D3", "unheard", "nothing_to_raise"],
} as const;

/** Pictures as printed: sums of the cells, rounded to five, never drawn again. */
export function printedPictures(
  survey: PrintedSurvey,
  round: Round,
  all: readonly Cell[],
): readonly Leak[] {
  const until = all.filter((cell) => cell.slice === "answers" && ordinal(cell.to) <= round.at);
  const year = until.filter((cell) => cell.to >= survey.from);
  const years = until.filter((cell) => ordinal(cell.to) > round.at - REASON_ROUNDS);
  return [
    ...survey.pictures.flatMap((picture) => pictureLeaks(picture, year, round)),
    ...reasonLeaks(survey, at(years, "region", "leaver", round), round),
    ...printedQuestions(survey, round, all),
  ];
}

function pictureLeaks(
  picture: PrintedSurvey["pictures"][number],
  year: readonly Cell[],
  round: Round,
): readonly Leak[] {
  const cells = at(year, picture.node, picture.series, round);
  const where = `picture ${picture.node} ${picture.series}`;
  const people = cells.length === 0 ? null : toFive(peopleIn(cells));
  const shares = (item: string, printed: PrintedSurvey["levers"]) => {
    const sum = sumOf(cells, item, "classes");
    return printed.map(({ code, figure }) => ({
      where: `${where} ${item} ${code}`,
      figure,
      right: shareOf(sum, code),
    }));
  };
  const count = { where: `${where} people`, figure: picture.people, right: people };
  return [
    ...(picture.cells === cells.length ? [] : [{ rule: "redrawn" as const, where }]),
    ...differing([
      count,
      ...shares(MAIN_REASON, picture.classes),
      ...shares(RECOMMEND, picture.recommend),
      ...indicators(picture, cells, where),
      ...indices(picture, cells, round, where),
    ]),
  ];
}

function indicators(
  picture: PrintedSurvey["pictures"][number],
  cells: readonly Cell[],
  where: string,
): readonly Compared[] {
  return (Object.keys(INDICATORS) as (keyof typeof INDICATORS)[]).map((name) => {
    const [item, code, except] = INDICATORS[name];
    // Retirees are not asked whether they were heard: noise alone makes no share.
    const asked = name !== "unheard" || picture.series !== "retiree";
    const right = asked ? shareOf(sumOf(cells, item, "classes"), code, except) : null;
    return { where: `${where} ${name}`, figure: picture[name], right };
  });
}

/** The engagement index and its parts, in whole points. */
function indices(
  picture: PrintedSurvey["pictures"][number],
  cells: readonly Cell[],
  round: Round,
  where: string,
): readonly Compared[] {
  const items = [...round.items.values()].filter(({ part }) => part !== null);
  return Object.entries(picture.hme).map(([part, figure]) => {
    const of = items.filter((item) => part === "total" || item.part === part);
    const means = of.map(({ id }) => meanOf(sumOf(cells, id, "options")));
    const shown = means.filter((mean) => mean !== null);
    const missing = (of.length - shown.length) * 3 > of.length || shown.length === 0;
    const points = shown.reduce((sum, mean) => sum + (mean - 1) * 25, 0) / shown.length;
    return { where: `${where} hme ${part}`, figure, right: missing ? null : Math.round(points) };
  });
}

function reasonLeaks(survey: PrintedSurvey, cells: readonly Cell[], round: Round): readonly Leak[] {
  const { reasonSpan, reasons, levers } = survey;
  const of = (item: string, code: string, figure: Printed) => {
    const sensitive = round.items.get(item)?.sensitive.includes(code) === true;
    const n = sumOf(cells, item, "options").counts[code];
    return counted(`${item} ${code}`, figure, n, sensitive);
  };
  const people = cells.length === 0 ? null : toFive(peopleIn(cells));
  return [
    ...differing([{ where: "reasons people", figure: reasonSpan.people, right: people }]),
    ...countLeaks([
      ...reasons.flatMap(({ code, main, more }) => [
        of(MAIN_REASON, code, main),
        of(MORE_REASONS, code, more),
      ]),
      ...levers.map(({ code, figure }) => of(LEVERS, code, figure)),
    ]),
  ];
}
