import type { Leak } from "./leak";
import type { Round } from "./published";
import { ordinal } from "./quarters";
import type { Printed, PrintedSurvey } from "./report-shape";
import type { Cell, CellItem } from "./shapes";

const [MAIN_REASON, MORE_REASONS, LEVERS, RECOMMEND] = ["B1", "B2", "B3", "E1"];
const NO_ANSWER = "no-answer";

/** Shares and classes are counted over the report's year, single reasons over twelve rounds. */
const REASON_ROUNDS = 12;

/** Below so many (noised) answers a share would be noise; below so many a sensitive reason points somebody out. */
const [FEWEST, RARE] = [6, 10];

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
  ];
}

/** The cells at a node and below it. */
function at(
  cells: readonly Cell[],
  node: string,
  series: string,
  { tree }: Round,
): readonly Cell[] {
  return cells.filter((cell) => {
    const unit = cell.node.replace(/^unit:/, "");
    const above = Object.hasOwn(tree.units, unit) ? `group:${tree.units[unit]}` : null;
    return cell.series === series && (node === "region" || cell.node === node || above === node);
  });
}

type Sum = { readonly people: number; readonly counts: Readonly<Record<string, number>> };

function sumOf(cells: readonly Cell[], item: string, table: keyof CellItem): Sum {
  const counts: Record<string, number> = {};
  const holding = cells.filter((cell) => cell.items[item] !== undefined);
  for (const cell of holding) {
    for (const [code, n] of Object.entries(cell.items[item]?.[table] ?? {})) {
      counts[code] = (counts[code] ?? 0) + n;
    }
  }
  return { people: peopleIn(holding), counts };
}

const peopleIn = (cells: readonly Cell[]) => cells.reduce((sum, { n }) => sum + n, 0);

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
    ]),
  ];
}

/** A class's share of those who answered, in per cent; null where none may be printed. */
function shareOf({ people, counts }: Sum, code: string): number | null {
  const answered = people - (counts[NO_ANSWER] ?? 0);
  if (people === 0 || answered < FEWEST) return null;
  return Math.min(100, toFive((100 * (counts[code] ?? 0)) / answered));
}

function reasonLeaks(survey: PrintedSurvey, cells: readonly Cell[], round: Round): readonly Leak[] {
  const { reasonSpan, reasons, levers } = survey;
  const counted = (item: string, code: string, figure: Printed) => {
    const n = sumOf(cells, item, "options").counts[code];
    const sensitive = round.items.get(item)?.sensitive.includes(code) === true;
    const where = `${item} ${code}`;
    const rare = n !== undefined && sensitive && n < RARE;
    return { where, figure, rare, right: n === undefined || rare ? null : toFive(n) };
  };
  const all = [
    ...reasons.flatMap(({ code, main, more }) => [
      counted(MAIN_REASON, code, main),
      counted(MORE_REASONS, code, more),
    ]),
    ...levers.map(({ code, figure }) => counted(LEVERS, code, figure)),
  ];
  const shown = all.filter(({ rare, figure }) => rare && figure.kind !== "withheld");
  const people = cells.length === 0 ? null : toFive(peopleIn(cells));
  return [
    ...shown.map(({ where }) => ({ rule: "rare-reason" as const, where })),
    ...differing([
      { where: "reasons people", figure: reasonSpan.people, right: people },
      ...all.filter(({ rare }) => !rare),
    ]),
  ];
}

type Compared = { readonly where: string; readonly figure: Printed; readonly right: number | null };

function differing(all: readonly Compared[]): readonly Leak[] {
  const same = ({ figure, right }: Compared) =>
    figure.kind === "withheld" ? right === null : figure.kind === "about" && figure.n === right;
  return all.filter((one) => !same(one)).map(({ where }) => ({ rule: "redrawn", where }));
}

/** Noise can go below zero; people cannot. */
function toFive(n: number): number {
  return Math.max(0, Math.round(n / 5) * 5);
}
