import { cellValue, columnHead, type Sheet, type SheetCell } from "./sheet";

/** With the mark that makes spreadsheet programs read UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * A table as CSV for a Swedish spreadsheet program: UTF-8 with byte order mark, semicolons, decimal comma,
 * CR LF. The same in both languages: which comma a program reads is its country's, not the page's.
 */
export function csvFile({ columns, rows }: Sheet): string {
  const head = columns.map((column) => text(columnHead(column)));
  const body = rows.map((row) =>
    columns.map((column, i) => cell(cellValue(row[i] ?? "", column), column.digits ?? 0)),
  );
  return `${BYTE_ORDER_MARK}${[head, ...body].map((cells) => `${cells.join(";")}\r\n`).join("")}`;
}

function cell(value: SheetCell, digits: number): string {
  return typeof value === "number" ? value.toFixed(digits).replace(".", ",") : text(value);
}

/**
 * Words, quoted where they must be (RFC 4180). What a spreadsheet program would take for a formula gets an
 * apostrophe before it (OWASP, CSV injection).
 */
function text(words: string): string {
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(words) ? `'${words}` : words;
  return /[;"\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
