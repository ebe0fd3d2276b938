import { expect, test } from "vitest";
import { csvFile } from "@/lib/downloads/csv";
import { problemSheet } from "@/lib/imports/problem-sheet";

const words = {
  title: "Fel i filen",
  ...{ line: "Rad", column: "Kolumn", wrong: "Fel", todo: "Gör så här" },
  wrongOf: () => "Datum",
  todoOf: () => "Skriv år-månad-dag.",
  more: (n: number) => `Och ${n} till.`,
};
const file = new TextEncoder().encode('code;valid_from\nV1;2020\n"V2\nnorr";2021-13-01\n=V3;x\n');

test("every problem stands beside the row that has it, as the row was written", () => {
  const listed = [
    { code: "missing-column" as const, line: 1, column: "name" },
    { code: "bad-date" as const, line: 3, column: "valid_from" },
  ];
  const { columns, rows } = problemSheet(file, { listed, unlisted: 2 }, words);
  expect(columns.map(({ head }) => head)).toEqual([
    ...["Rad", "Kolumn", "Fel", "Gör så här", "code", "valid_from"],
  ]);
  expect(rows).toEqual([
    [1, "name", "Datum", "Skriv år-månad-dag.", "code", "valid_from"],
    [3, "valid_from", "Datum", "Skriv år-månad-dag.", "V2\nnorr", "2021-13-01"],
    ["", "", "Och 2 till."],
  ]);
});

test("a row that begins like a formula is no formula in the file", () => {
  const listed = [{ code: "bad-code" as const, line: 5, column: "code" }];
  const csv = csvFile(problemSheet(file, { listed, unlisted: 0 }, words));
  expect(csv).toContain(";'=V3;x");
});

test("a file that cannot be read at all has its one problem and no rows", () => {
  const listed = [{ code: "not-text" as const, line: 0, column: "" }];
  expect(problemSheet(Uint8Array.of(1), { listed, unlisted: 0 }, words).rows).toEqual([
    ["", "", "Datum", "Skriv år-månad-dag."],
  ]);
});
