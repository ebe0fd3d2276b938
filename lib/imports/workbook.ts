import { readSheet } from "read-excel-file/universal";
import { MAX_BYTES } from "./decode";
import type { ProblemCode } from "./problem";
import { unpacksWithin } from "./zip";

export type WorkbookText =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: ProblemCode };

/** What a workbook may unpack to, bytes: a sheet of 100 000 rows and nine columns is within. */
const MOST_UNPACKED = 100 * 1024 * 1024;
/** A workbook of more rows is a CSV file that went astray. */
const MOST_ROWS = 100_000;

/**
 * The first sheet of an .xlsx workbook as the CSV text (UTF-8, `;`) that would be saved of it, so that it is read
 * like any other file: row n is line n. Numbers come as they are stored, dates as `YYYY-MM-DD`. Run it where
 * memory is bounded: a small sheet can claim a cell in its millionth row.
 */
export async function workbookText(bytes: Uint8Array): Promise<WorkbookText> {
  const unpacked = unpacksWithin(bytes, MOST_UNPACKED);
  if (unpacked !== "fits") {
    return { ok: false, code: unpacked === "damaged" ? "bad-workbook" : "workbook-too-large" };
  }
  try {
    const sheet = await readSheet(new Uint8Array(bytes).buffer, { parseNumber: (text) => text });
    return asCsv(sheet);
  } catch {
    // The library's own words can quote a cell.
    return { ok: false, code: "bad-workbook" };
  }
}

function asCsv(rows: readonly (readonly unknown[])[]): WorkbookText {
  if (rows.length > MOST_ROWS) return { ok: false, code: "workbook-too-large" };
  const lines: string[] = [];
  let size = 0;
  for (const row of rows) {
    const line = row.map(cellText).join(";");
    size += line.length + 1;
    if (size > MAX_BYTES) return { ok: false, code: "workbook-too-large" };
    lines.push(line);
  }
  return { ok: true, bytes: new TextEncoder().encode(lines.join("\n")) };
}

/** A line break in a cell becomes a space: the rows after it keep their numbers. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  const plain = text.replace(/\p{Cc}+/gu, " ");
  return /[";,]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
