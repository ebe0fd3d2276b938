import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { refusedFilesIn, stillRefused } from "@/lib/cli/refused-files";
import { translator } from "@/lib/i18n/translator";

const folder = mkdtempSync(path.join(tmpdir(), "sorti-refused-"));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (day: string) => new Date(`${day}T01:30:00Z`);

function refuse(name: string, table: string, day: string): void {
  const place = path.join(folder, "problems", name);
  writeFileSync(place, "rows");
  writeFileSync(`${place}.problems.csv`, table);
  utimesSync(`${place}.problems.csv`, at(day), at(day));
}

test("a file that was refused in the night is told with its kind, its reason and its time, and without its name", () => {
  expect(refusedFilesIn(folder)).toEqual([]);
  mkdirSync(path.join(folder, "problems"));
  refuse("departures-anna.csv", "2;unit_code;Okänd enhet;", "2026-03-01");
  refuse("units.xlsx", translator("sv", "import-page")("pickUpRemovals"), "2026-03-02");
  writeFileSync(path.join(folder, "problems", "headcount.csv.problems.csv"), "its file is gone");
  expect(refusedFilesIn(folder)).toEqual([
    { kind: "units", at: at("2026-03-02"), reason: "removals" },
    { kind: "departures", at: at("2026-03-01"), reason: "problems" },
  ]);
});

test("a refused file is HR's to do until something of its kind is imported after it", () => {
  const file = { kind: "units", at: at("2026-03-02"), reason: "problems" } as const;
  const after = (kind: string, day: string) =>
    stillRefused([file], [{ kind, importedAt: at(day) }]);
  expect(after("units", "2026-03-01")).toEqual([file]);
  expect(after("departures", "2026-03-03")).toEqual([file]);
  expect(after("units", "2026-03-03")).toEqual([]);
});
