import type { Sheet } from "@/lib/downloads/sheet";
import { decode } from "./decode";
import { straight } from "./pace";
import type { Problem, ProblemReport } from "./problem";
import { readRecords } from "./records";

/** The words of the file: its headings, and what is said of a problem. */
export type ProblemWords = Readonly<
  Record<"title" | "line" | "column" | "wrong" | "todo", string>
> & {
  readonly wrongOf: (problem: Problem) => string;
  readonly todoOf: (problem: Problem) => string;
  /** How many more there are than the file lists. */
  readonly more: (count: number) => string;
};

/**
 * Every problem as a table: where, what is wrong, what to do, and beside it the row as it stands in the file, to
 * be put right there. Only for whoever sent the file: the rows hold what they held. `bytes`: a text file.
 */
export function problemSheet(
  bytes: Uint8Array,
  { listed, unlisted }: ProblemReport,
  words: ProblemWords,
): Sheet {
  const { header, rows } = rowsAt(bytes, new Set(listed.map(({ line }) => line)));
  const heads = [words.line, words.column, words.wrong, words.todo, ...header];
  return {
    title: words.title,
    columns: heads.map((head) => ({ head })),
    rows: [
      ...listed.map((problem) => [
        problem.line === 0 ? "" : problem.line,
        problem.column,
        words.wrongOf(problem),
        words.todoOf(problem),
        ...(rows.get(problem.line) ?? []),
      ]),
      ...(unlisted > 0 ? [["", "", words.more(unlisted)]] : []),
    ],
  };
}

type Rows = {
  readonly header: readonly string[];
  readonly rows: ReadonlyMap<number, readonly string[]>;
};

/** The cells of the lines that are asked for, and those of the first. */
function rowsAt(bytes: Uint8Array, asked: ReadonlySet<number>): Rows {
  const decoded = decode(bytes);
  const rows = new Map<number, readonly string[]>();
  const records: (readonly string[])[] = [];
  if (decoded.ok) {
    const steps = readRecords(decoded.text, (cells, line) => {
      if (records.length === 0) records.push(cells);
      if (asked.has(line)) rows.set(line, cells);
    });
    straight(steps);
  }
  return { header: records[0] ?? [], rows };
}
