import { CsvError, parse } from "csv-parse/sync";

/** `endedAt`: the last line that could be read; the fault of quoting is after it. */
export type Records = { readonly ok: true } | { readonly ok: false; readonly endedAt: number };

/**
 * The records of CSV text (`\n` line ends, `;` or `,` by what the first line has), their cells trimmed, each with
 * the line on which it begins. Empty lines are passed by and counted.
 */
export function readRecords(
  text: string,
  onRecord: (cells: readonly string[], line: number) => void,
): Records {
  let endedAt = 0;
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: "\n",
      skip_empty_lines: true,
      relax_column_count: true,
      // Returning null keeps the parser from holding every line.
      on_record: (record: readonly string[], { lines }) => {
        endedAt = lines;
        onRecord(
          record.map((cell) => cell.trim()),
          lines - lineBreaksIn(record),
        );
        return null;
      },
    });
    return { ok: true };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, endedAt };
  }
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
