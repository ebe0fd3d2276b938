import { measureOf, type QuestionTable } from "@/lib/reports/questions-shape";
import { plain, type Row, row } from "@/lib/reports/row";

type Place = Parameters<typeof row>[0];

/** The item that says how many people a table is of; those of the year's answers stand with the pictures. */
const PEOPLE = {
  answers: null,
  reasons: "reasons-people",
  background: "background-people",
} as const;

/** A width of noise as a row of its own; `of`: the item whose figures are that wide. */
export function noiseRow(place: Place, of: string, width: number, unit: Row["unit"]): Row {
  return row(place, { item: "noise", measure: of, figure: plain(width, unit), unit });
}

/** A report's questions: what was answered, and how wide the noise of each question is. */
export function questionRows(table: QuestionTable): readonly Row[] {
  const { kind, node: of, name, series, from, to, people, figures, widths } = table;
  const place: Place = { section: "answers", of, name, series, period: `${from}/${to}` };
  const item = PEOPLE[kind];
  const unitOf = (width: QuestionTable["widths"][number]): Row["unit"] => {
    const code = figures.find((one) => one.item === width.item)?.code;
    const measure = measureOf(width.item, code);
    return measure === "percent" ? "points" : measure;
  };
  return [
    ...(item === null ? [] : [row(place, { item, figure: people, unit: "people" })]),
    ...figures.map(({ item: question, code = "", figure }) =>
      row(place, {
        item: question,
        measure: code,
        figure,
        unit: measureOf(question, code === "" ? undefined : code),
      }),
    ),
    ...widths.map((one) => noiseRow(place, one.item, one.width, unitOf(one))),
  ];
}
