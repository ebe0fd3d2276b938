import { cellValue, columnHead, type Sheet, type SheetCell } from "./sheet";
import { csvWords } from "./words";

/** With the mark that makes spreadsheet programs read UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * A table as CSV for a Swedish spreadsheet program: UTF-8 with byte order mark, semicolons, decimal comma,
 * CR LF. The same in both languages: which comma a program reads is its country's, not the page's.
 */
export function csvFile({ columns, rows }: Sheet): string {
  const head = columns.map((column) => csvWords(columnHead(column)));
  const body = rows.map((row) =>
    columns.map((column, i) => cell(cellValue(row[i] ?? "", column), column.digits ?? 0)),
  );
  return `${BYTE_ORDER_MARK}${[head, ...body].map((cells) => `${cells.join(";")}\r\n`).join("")}`;
}

function cell(value: SheetCell, digits: number): string {
  return typeof value === "number" ? value.toFixed(digits).replace(".", ",") : csvWords(value);
}
