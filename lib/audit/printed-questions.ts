import { counted, countLeaks, differing, REASON_ROUNDS, toFive } from "./compared";
import type { Leak } from "./leak";
import type { Round } from "./published";
import { ordinal } from "./quarters";
import type { PrintedSurvey, PrintedTable } from "./report-shape";
import type { Cell } from "./shapes";
import { at, meanOf, peopleIn, shareOf, sumOf } from "./summed";

const OPTIONS = "-options";

/** Every question as printed: sums of the cells that its kind of table is of, background apart from answers. */
export function printedQuestions(
  { questions, from }: PrintedSurvey,
  round: Round,
  all: readonly Cell[],
): readonly Leak[] {
  const until = all.filter((cell) => ordinal(cell.to) <= round.at);
  const of = (slice: Cell["slice"], since: (cell: Cell) => boolean) =>
    until.filter((cell) => cell.slice === slice && since(cell));
  const inYear = (cell: Cell) => cell.to >= from;
  const kinds = {
    answers: of("answers", inYear),
    reasons: of("answers", (cell) => ordinal(cell.to) > round.at - REASON_ROUNDS),
    background: of("background", inYear),
  };
  return (questions?.tables ?? []).flatMap((table) => [
    ...placeLeaks(table),
    ...tableLeaks(table, at(kinds[table.kind], table.node, table.series, round), round),
  ]);
}

const nameOf = ({ kind, node, series }: PrintedTable) => `${kind} ${node} ${series}`;

/** Who answered is told of the whole region only. */
function placeLeaks(table: PrintedTable): readonly Leak[] {
  const misplaced = table.kind === "background" && table.node !== "region";
  return misplaced ? [{ rule: "wrong-slice", where: nameOf(table) }] : [];
}

function tableLeaks(table: PrintedTable, cells: readonly Cell[], round: Round): readonly Leak[] {
  const where = nameOf(table);
  const right = cells.length === 0 ? null : toFive(peopleIn(cells));
  const counts = table.figures.filter(({ item }) => item.endsWith(OPTIONS));
  const others = table.figures.filter(({ item }) => !item.endsWith(OPTIONS));
  return [
    ...differing([
      { where: `${where} people`, figure: table.people, right },
      ...others.map(({ item, code, figure }) => ({
        where: `${where} ${item} ${code ?? "mean"}`,
        figure,
        right:
          code === undefined
            ? meanOf(sumOf(cells, item, "options"))
            : shareOf(sumOf(cells, item, "classes"), code),
      })),
    ]),
    ...countLeaks(
      counts.map(({ item: name, code = "", figure }) => {
        const item = name.slice(0, -OPTIONS.length);
        const sensitive = round.items.get(item)?.sensitive.includes(code) === true;
        const n = sumOf(cells, item, "options").counts[code];
        return counted(`${where} ${item} ${code}`, figure, n, sensitive);
      }),
    ),
  ];
}
