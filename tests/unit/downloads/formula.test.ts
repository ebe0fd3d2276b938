import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excelFile } from "@/app/hr/downloads/excel-file";
import { csvFile } from "@/lib/downloads/csv";
import { openData, openDataCsv } from "@/lib/reports/open-data";
import { demoFacts } from "../reports/demo-facts";
import { published } from "../reports/rendered";

const sign = fc.constantFrom(
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\0",
  "＝",
  "＋",
  "－",
  "＠",
  " ",
  "\n",
);
/** Words that begin as formulas do, after whatever stands before; and any words at all. */
const words = fc.oneof(
  fc
    .tuple(fc.array(sign, { maxLength: 4 }), fc.string())
    .map(([before, it]) => `${before.join("")}${it}`),
  fc.string({ unit: "binary" }),
  fc.constantFrom('=HYPERLINK("https://evil.example";"x")', "=cmd|' /C calc'!A0", "@SUM(1;1)"),
);

/** What a spreadsheet program could run, or could be led to run. */
const RUNS = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\0]/;

const cellsOf = (csv: string): string[][] =>
  parse(csv, { delimiter: ";", bom: true, relax_column_count: false, record_delimiter: "\r\n" });

const runs = (cells: readonly string[][]) => cells.flat().filter((cell) => RUNS.test(cell));

/** The parts of a workbook, as its central directory lists them. */
function partsOf(zip: Buffer): string[] {
  const parts: string[] = [];
  for (
    let at = zip.indexOf("PK\u0001\u0002");
    at >= 0;
    at = zip.indexOf("PK\u0001\u0002", at + 4)
  ) {
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    parts.push((zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString());
  }
  return parts;
}

describe("no words of anybody's are run as a formula", () => {
  test("in a table fetched as CSV, heads and cells, and every word comes back whole", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words)), words, (rows, head) => {
        const cells = cellsOf(csvFile({ title: "x", columns: [{ head }, { head: "b" }], rows }));
        expect(runs(cells)).toEqual([]);
        const kept = cells
          .slice(1)
          .flat()
          .map((cell) => cell.replace(/^'/, ""));
        expect(kept).toEqual(rows.flat().map((cell) => cell.replace(/^'/, "")));
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  test("and the look bites: a table that is written without care is full of them", () => {
    const careless = ["=1+1", "+1", "@SUM(1;1)", " =1", "＝1"].map((cell) => [cell, "a-b"]);
    const csv = careless.map((row) => row.map((cell) => `"${cell}"`).join(";")).join("\r\n");
    expect(runs(cellsOf(csv))).toEqual(careless.map(([cell]) => cell));
  });

  test("in the open data of a report whose units and comments are called like formulas", () => {
    const report = published(demoFacts());
    const [row] = openData(report).rows;
    expect(row?.name).toBeTruthy();
    fc.assert(
      fc.property(words, (evil) => {
        const text = JSON.stringify(report.snapshot).replaceAll(
          JSON.stringify(row?.name).slice(1, -1),
          JSON.stringify(evil).slice(1, -1),
        );
        const cells = cellsOf(openDataCsv({ ...report, snapshot: JSON.parse(text) }));
        expect(cells.length).toBeGreaterThan(100);
        expect(runs(cells)).toEqual([]);
      }),
      { numRuns: 5, seed: 8 },
    );
  });

  test("in a table fetched as Excel, where every one of them is stored as a string", async () => {
    const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"];
    const rows = formulas.map((formula) => [formula, 1] as const);
    const columns = [{ head: "=1+1" }, { head: "n" }];
    const parts = partsOf(Buffer.from(await excelFile({ title: "=1", columns, rows }))).join("");
    expect(parts).toMatch(/<c [^>]*t="(s|inlineStr)"/);
    for (const formula of formulas) expect(parts).toContain(formula);
    expect(parts).not.toMatch(/<f[ >/]/);
  });
});

test("a file of comma- or semicolon-separated values is written in these two places and no other", () => {
  const files = ["app", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
      path.join(folder, file),
    ),
  );
  const writers = files.filter(
    (file) =>
      /[.]tsx?$/.test(file) && /join\(";"\)[\s\S]{0,40}\\r\\n/.test(readFileSync(file, "utf8")),
  );
  expect(writers.sort()).toEqual(["lib/downloads/csv.ts"]);
});
