import { CsvError, parse } from "csv-parse/sync";
import type { ProblemList } from "./problem";

/** A format's columns: all of `required` stand in the header (their cells may be empty), in any order. */
export type Columns<C extends string> = {
  readonly required: readonly C[];
  readonly optional: readonly C[];
};

/** One data line: its number in the file, its cells trimmed, and where its problems go. */
export type Row<C extends string> = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<C, string>>>;
  readonly problems: ProblemList;
};

/**
 * Reads CSV text (`\n` line ends, `;` or `,` by what the header has) and hands over each line as it is read.
 * Faults of the header and of quoting are added to `problems`; empty lines are passed by.
 */
export function readTable<C extends string>(
  text: string,
  columns: Columns<C>,
  problems: ProblemList,
  onRow: (row: Row<C>) => void,
): void {
  let header: readonly string[] | null = null;
  let usable = true;
  let rows = 0;
  let lastLine = 0;
  const onRecord = (record: readonly string[], end: number) => {
    const line = end - lineBreaksIn(record);
    lastLine = end;
    const texts = record.map((cell) => cell.trim());
    if (header === null) {
      header = texts.map((name) => name.toLowerCase());
      usable = checkHeader(header, line, columns, problems);
    } else if (usable && texts.some((cell) => cell !== "")) {
      rows += 1;
      const cells = cellsOf(texts, header, line, problems);
      if (cells) onRow({ line, cells: cells as Row<C>["cells"], problems });
    }
  };
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: "\n",
      skip_empty_lines: true,
      relax_column_count: true,
      // Returning null keeps the parser from holding every line.
      on_record: (record: readonly string[], { lines }) => {
        onRecord(record, lines);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.add({ code: "bad-quotes", line: lastLine + 1, column: "" });
    return;
  }
  if (header === null) problems.add({ code: "empty-file", line: 0, column: "" });
  else if (usable && rows === 0) problems.add({ code: "no-rows", line: 0, column: "" });
}

/** Column names hold neither sign, so the first line decides. */
function delimiterOf(text: string): ";" | "," {
  const start = text.trimStart();
  const end = start.indexOf("\n");
  return (end < 0 ? start : start.slice(0, end)).includes(";") ? ";" : ",";
}

function lineBreaksIn(record: readonly string[]): number {
  let breaks = 0;
  for (const cell of record) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) breaks += 1;
  }
  return breaks;
}

/** Adds everything wrong with the header; false when its lines cannot be read at all. */
function checkHeader<C extends string>(
  header: readonly string[],
  line: number,
  columns: Columns<C>,
  problems: ProblemList,
): boolean {
  const known = new Set<string>([...columns.required, ...columns.optional]);
  if (!header.some((name) => known.has(name))) {
    problems.add({ code: "no-header", line, column: "", expected: columns.required.join(", ") });
    return false;
  }
  for (const column of columns.required) {
    if (!header.includes(column)) problems.add({ code: "missing-column", line, column });
  }
  header.forEach((column, i) => {
    if (!known.has(column)) problems.add({ code: "unknown-column", line, column: column || "?" });
    else if (header.indexOf(column) < i) problems.add({ code: "duplicate-column", line, column });
  });
  return true;
}

/** Cells by column name. Spreadsheets pad lines with empty cells, so only a full extra cell is a fault. */
function cellsOf(
  texts: readonly string[],
  header: readonly string[],
  line: number,
  problems: ProblemList,
): Record<string, string> | null {
  const extra = texts.slice(header.length).some((cell) => cell !== "");
  if (extra || texts.length < header.length) {
    problems.add({
      code: "wrong-cell-count",
      line,
      column: "",
      value: String(texts.length),
      expected: String(header.length),
    });
    return null;
  }
  const cells: Record<string, string> = {};
  header.forEach((column, i) => {
    cells[column] = texts[i] ?? "";
  });
  return cells;
}
