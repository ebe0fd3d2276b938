import type { Steps } from "./pace";
import type { ProblemList } from "./problem";
import { readRecords } from "./records";

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
 * Faults of the header and of quoting are added to `problems`; empty lines are passed by. Says how much is read.
 */
export function* readTable<C extends string>(
  text: string,
  columns: Columns<C>,
  problems: ProblemList,
  onRow: (row: Row<C>) => void,
): Steps<void> {
  let header: readonly string[] | null = null;
  let usable = true;
  let rows = 0;
  const read = yield* readRecords(text, (texts, line) => {
    if (header === null) {
      header = texts.map((name) => name.toLowerCase());
      usable = checkHeader(header, line, columns, problems);
    } else if (usable && texts.some((cell) => cell !== "")) {
      rows += 1;
      const cells = cellsOf(texts, header, line, problems);
      if (cells) onRow({ line, cells: cells as Row<C>["cells"], problems });
    }
  });
  if (!read.ok) problems.add({ code: "bad-quotes", line: read.endedAt + 1, column: "" });
  else if (header === null) problems.add({ code: "empty-file", line: 0, column: "" });
  else if (usable && rows === 0) problems.add({ code: "no-rows", line: 0, column: "" });
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
