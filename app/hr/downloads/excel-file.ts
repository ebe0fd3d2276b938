import writeExcel, { type Cell } from "write-excel-file/node";
import { cellValue, columnHead, type Sheet, type SheetColumn } from "@/lib/downloads/sheet";

/** What a program refuses in the name of a sheet, and how long that may be. */
const FORBIDDEN = /[[\]:*?/\\]/g;
const LONGEST_NAME = 31;

const WIDEST = 60;

/** A table as .xlsx. Words are written as words, so none of them can be a formula. */
export async function excelFile({ title, columns, rows }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const head: Cell[] = columns.map((column) => ({
    value: columnHead(column),
    type: String,
    fontWeight: "bold",
  }));
  const body = rows.map((row) => columns.map((column, i) => cellOf(row[i] ?? "", column)));
  const widths = columns.map((column, i) => {
    const lengths = rows.map((row) => `${cellValue(row[i] ?? "", column)}`.length);
    return { width: Math.min(Math.max(columnHead(column).length, ...lengths) + 2, WIDEST) };
  });
  const file = writeExcel([head, ...body], {
    sheet: title.replace(FORBIDDEN, " ").slice(0, LONGEST_NAME),
    columns: widths,
    stickyRowsCount: 1,
  });
  return new Uint8Array(await file.toBuffer());
}

function cellOf(cell: string | number, column: SheetColumn): Cell {
  const value = cellValue(cell, column);
  if (typeof value === "string") return { value, type: String };
  const digits = column.digits ?? 0;
  return { value, type: Number, format: digits === 0 ? "0" : `0.${"0".repeat(digits)}` };
}
