import { decode } from "./decode";
import type { Steps } from "./pace";
import { type ProblemList, type ProblemReport, problemList } from "./problem";
import { type Columns, type Row, readTable } from "./table";

/** A row and the line of the file that it starts on. */
export type Lined<R> = { readonly line: number; readonly row: R };

/** A file is either read whole or not at all: its rows, or every problem it has. */
export type Read<R> =
  | { readonly ok: true; readonly rows: readonly R[] }
  | { readonly ok: false; readonly problems: ProblemReport };

/** How one kind of file is read: its columns, one line, and the rules that cross lines. */
export type Format<C extends string, R> = {
  readonly columns: Columns<C>;
  readonly parse: (row: Row<C>) => R;
  readonly check: (rows: readonly Lined<R>[], problems: ProblemList) => void;
};

/** Reads a whole file by its format. */
export function* readFile<C extends string, R>(
  bytes: Uint8Array,
  format: Format<C, R>,
): Steps<Read<R>> {
  const problems = problemList();
  const rows: Lined<R>[] = [];
  yield* readLines(bytes, format.columns, problems, (row) => {
    rows.push({ line: row.line, row: format.parse(row) });
  });
  format.check(rows, problems);
  const report = problems.report();
  return report.listed.length === 0
    ? { ok: true, rows: rows.map(({ row }) => row) }
    : { ok: false, problems: report };
}

/** Hands over each line of a file as it is read; the problems so far. */
export function* readLines<C extends string>(
  bytes: Uint8Array,
  columns: Columns<C>,
  problems: ProblemList,
  onRow: (row: Row<C>) => void,
): Steps<ProblemReport> {
  const decoded = decode(bytes);
  if (decoded.ok) yield* readTable(decoded.text, columns, problems, onRow);
  else problems.add(decoded.problem);
  return problems.report();
}
