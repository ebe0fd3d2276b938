import { figureCells } from "@/components/hr/figure-cells";
import { type LineTable, lineColumns, lineFigure, namedLines } from "@/components/hr/reasons/lines";
import { MEASURES, type Measure, measured, UNIT_OF } from "@/components/hr/reasons/measured";
import { periodInWords, placeName, type ReasonsWords } from "@/components/hr/reasons/words";
import type { Say } from "@/components/hr/words";
import type { Sheet, SheetCell, SheetColumn } from "@/lib/downloads/sheet";
import type { Choice } from "@/lib/reasons/choice";
import type { ReasonsOverview } from "@/lib/reasons/overview";

/** The page's tables, as their files are called in an address. */
export const TABLES = [...MEASURES, "groups", "years"] as const;
export type ReasonsTable = Measure | LineTable;

/** What is chosen now, as the page's own address says it. */
export function fileQuery({ period, node, series }: Choice): string {
  return `${new URLSearchParams({ tid: period, grupp: node, serie: series })}`;
}

/** Where a table's file lies, for what is chosen now. */
export function fileAddress(table: ReasonsTable, choice: Choice): string {
  return `/hr/downloads/reasons/${table}?${fileQuery(choice)}`;
}

/** A table of the page as a file, with what it is of in its first columns. `figures`: words of the area of that name. */
export function reasonsSheet(
  table: ReasonsTable,
  view: ReasonsOverview,
  words: ReasonsWords,
  figures: Say,
): Sheet {
  const { say } = words;
  const { choice, of } = view;
  const place: readonly SheetCell[] = [
    table === "groups" ? "" : placeName(of, words),
    table === "years" ? "" : periodInWords(choice.period, words),
    say(`series.${choice.series}`),
  ];
  const heads = ["group", "period", "series"].map((key) => ({ head: say(`choose.${key}`) }));
  const { columns, rows } =
    table === "groups" || table === "years"
      ? linesSheet(table, view, words, figures)
      : measureSheet(table, view, words, figures);
  const kept = place.flatMap((cell, i) => (cell === "" ? [] : [i]));
  const only = <T>(list: readonly T[]) => list.filter((_, i) => kept.includes(i));
  return {
    title: say(`file.${table}`),
    columns: [...only(heads), ...columns],
    rows: rows.map((row) => [...only(place), ...row]),
  };
}

type Part = Pick<Sheet, "columns" | "rows">;

function measureSheet(
  measure: Measure,
  view: ReasonsOverview,
  words: ReasonsWords,
  figures: Say,
): Part {
  const { say } = words;
  return {
    columns: [
      { head: say(`head.${measure}`) },
      { head: say(`unit.${UNIT_OF[measure]}`) },
      { head: say("reads") },
      { head: say("width") },
    ],
    rows: measured(measure, view, words).map(({ name, figure, width }) => [
      name,
      ...figureCells(figure, figures),
      figure.kind === "withheld" ? "" : (width ?? ""),
    ]),
  };
}

function linesSheet(
  table: LineTable,
  view: ReasonsOverview,
  words: ReasonsWords,
  figures: Say,
): Part {
  const { say } = words;
  const columns = lineColumns(view, words);
  const head = ({ key, name }: (typeof columns)[number]): SheetColumn => ({
    head: say("aboutHead", { name: name ?? say(`column.${key}`) }),
  });
  return {
    columns: [{ head: say(`${table}.head`) }, ...columns.map(head), { head: say("column.width") }],
    rows: namedLines(table, view, words).map((line) => [
      line.name,
      ...columns.map(({ key }): SheetCell => {
        const figure = lineFigure(key, line);
        return figure.kind === "withheld" ? figures(`withheld.${figure.reason}`) : figure.n;
      }),
      line.picture.width?.share ?? "",
    ]),
  };
}
