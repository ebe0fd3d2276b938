import { CsvError, parse } from "csv-parse/sync";
import type { Steps } from "./pace";

/** `endedAt`: the last line that could be read; the fault of quoting is after it. */
export type Records = { readonly ok: true } | { readonly ok: false; readonly endedAt: number };

type OnRecord = (cells: readonly string[], line: number) => void;

/** Where a piece of a text begins: its lines are counted from there. */
type Piece = { readonly text: string; readonly delimiter: ";" | ","; readonly linesBefore: number };

/**
 * The records of CSV text (`\n` line ends, `;` or `,` by what the first line has), their cells trimmed, each with
 * the line on which it begins. Empty lines are passed by and counted. Says after each piece how much is read.
 */
export function* readRecords(text: string, onRecord: OnRecord): Steps<Records> {
  const delimiter = delimiterOf(text);
  let linesBefore = 0;
  for (let at = 0; at < text.length; ) {
    const end = endOfPiece(text, at);
    const piece = { text: text.slice(at, end), delimiter, linesBefore };
    const read = piece.text.includes('"')
      ? readQuoted(piece, onRecord)
      : readPlain(piece, onRecord);
    if (!read.ok) return read;
    linesBefore += occurrences(piece.text, "\n");
    at = end;
    yield at / text.length;
  }
  return { ok: true };
}

const PIECE = 256 * 1024;

/** After a line end that stands in no quoted cell: the quotation marks before it are even in number. */
function endOfPiece(text: string, start: number): number {
  let odd = false;
  for (let from = start, at = start + PIECE; ; at = from) {
    const end = text.indexOf("\n", at) + 1;
    if (end === 0) return text.length;
    if (occurrences(text.slice(from, end), '"') % 2 === 1) odd = !odd;
    if (!odd) return end;
    from = end;
  }
}

function readQuoted({ text, delimiter, linesBefore }: Piece, onRecord: OnRecord): Records {
  let endedAt = linesBefore;
  try {
    parse(text, {
      delimiter,
      record_delimiter: "\n",
      skip_empty_lines: true,
      relax_column_count: true,
      // Returning null keeps the parser from holding every line.
      on_record: (record: readonly string[], { lines }) => {
        endedAt = linesBefore + lines;
        onRecord(trimmed(record), endedAt - lineBreaksIn(record));
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
function readPlain({ text, delimiter, linesBefore }: Piece, onRecord: OnRecord): Records {
  let line = linesBefore;
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
  return record.reduce((breaks, cell) => breaks + occurrences(cell, "\n"), 0);
}

function occurrences(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
