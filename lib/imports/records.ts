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
  if (!text.includes('"')) return readPlain(text, onRecord);
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
        onRecord(trimmed(record), lines - lineBreaksIn(record));
        return null;
      },
    });
    return { ok: true };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, endedAt };
  }
}

/** Without a quotation mark every line is a record: splitting them is much quicker than the parser. */
function readPlain(
  text: string,
  onRecord: (cells: readonly string[], line: number) => void,
): Records {
  const delimiter = delimiterOf(text);
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const record = end < 0 ? text.slice(at) : text.slice(at, end);
    at = end < 0 ? text.length : end + 1;
    line += 1;
    if (record !== "") onRecord(trimmed(record.split(delimiter)), line);
  }
  return { ok: true };
}

const trimmed = (record: readonly string[]) => record.map((cell) => cell.trim());

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
