import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pickUp } from "@/lib/cli/pick-up";
import { refusedFilesIn } from "@/lib/cli/refused-files";
import { cleanDatabases } from "../../support/databases";
import { departures, imported, LEAVERS, rowsOf, TWO_UNITS } from "./region";

vi.stubEnv("SORTI_MODE", "production");

let folder = "";
beforeEach(async () => {
  await cleanDatabases();
  folder = mkdtempSync(path.join(tmpdir(), "sorti-pick-up-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const NOW = new Date();

/** A file that was written so many minutes ago. */
function put(name: string, bytes: Uint8Array, minutesAgo = 10): void {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  const at = new Date(NOW.getTime() - minutesAgo * 60_000);
  utimesSync(place, at, at);
}

/** Every file in the folder and below. */
const filesLeft = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

const inFolder = (name: string) => readdirSync(path.join(folder, name)).sort();

test("what the HR system has put there is imported in order, never read twice, and gone when it is imported", async () => {
  put("departures.csv", LEAVERS);
  put("units.csv", TWO_UNITS);
  expect(await pickUp(folder, NOW)).toEqual([
    { name: "units.csv", outcome: "applied" },
    { name: "departures.csv", outcome: "applied" },
  ]);
  expect(filesLeft()).toEqual([]);
  expect(await pickUp(folder, NOW)).toEqual([]);
  put("units.csv", TWO_UNITS);
  expect(await pickUp(folder, NOW)).toEqual([{ name: "units.csv", outcome: "nothing" }]);
  expect(filesLeft()).toEqual([]);
});

test("a file that is still being written, and one of another name, are left", async () => {
  put("units.csv", TWO_UNITS, 1);
  put("notes.txt", TWO_UNITS);
  expect(await pickUp(folder, NOW)).toEqual([]);
  expect(existsSync(path.join(folder, "units.csv"))).toBe(true);
  expect(existsSync(path.join(folder, "notes.txt"))).toBe(true);
});

test("a file with problems is put aside, with a table of them and the rows beside it", async () => {
  await imported("units", TWO_UNITS);
  put("departures.csv", departures("1001;V9;2026-03-31;resignation;;;sv;letter;"));
  expect(await pickUp(folder, NOW)).toEqual([{ name: "departures.csv", outcome: "problems" }]);
  expect(inFolder("problems")).toEqual(["departures.csv", "departures.csv.problems.csv"]);
  const table = readFileSync(path.join(folder, "problems/departures.csv.problems.csv"), "utf8");
  expect(table).toContain("2;unit_code;Okänd enhet;");
  expect(table).toContain("1001;V9;2026-03-31");
  expect(refusedFilesIn(folder)).toMatchObject([{ kind: "departures", reason: "problems" }]);
});

test("a file with problems goes after fourteen days, and the table of them with it; not by a clock that the database contradicts", async () => {
  await imported("units", TWO_UNITS);
  put("departures.csv", departures("1001;V9;2026-03-31;resignation;;;sv;letter;"));
  await pickUp(folder, NOW);
  const days = (n: number) => new Date(NOW.getTime() + n * 86_400_000);
  const both = ["departures.csv", "departures.csv.problems.csv"];
  await pickUp(folder, days(13.9), days(13.9));
  expect(inFolder("problems")).toEqual(both);
  await pickUp(folder, days(14.1));
  expect(inFolder("problems")).toEqual(both);
  await pickUp(folder, days(14.1), days(14.1));
  expect(filesLeft()).toEqual([]);
});

test("a file that would remove somebody is for HR to decide on the page", async () => {
  await imported("units", TWO_UNITS);
  await imported("departures", LEAVERS);
  put("departures.csv", departures("1001;V1;2026-03-31;resignation;;anna@home.example;sv;;"));
  expect(await pickUp(folder, NOW)).toEqual([{ name: "departures.csv", outcome: "removals" }]);
  expect(await rowsOf("departures")).toBe(3);
  expect(refusedFilesIn(folder)).toMatchObject([{ kind: "departures", reason: "removals" }]);
  expect(inFolder("problems")).toContain("departures.csv");
});

test("two that look at once read every file once", async () => {
  put("units.csv", TWO_UNITS);
  const both = (await Promise.all([pickUp(folder, NOW), pickUp(folder, NOW)])).flat();
  expect(both).toEqual([{ name: "units.csv", outcome: "applied" }]);
  expect(await rowsOf("imports")).toBe(1);
});

test("a file that a crash left half-read is taken up again an hour later", async () => {
  put("units.csv", TWO_UNITS);
  await pickUp(folder, NOW);
  const reading = path.join(folder, "reading");
  writeFileSync(path.join(reading, "units.csv"), TWO_UNITS);
  expect(await pickUp(folder, NOW)).toEqual([]);
  const later = new Date(Date.now() + 61 * 60_000);
  expect(await pickUp(folder, later)).toEqual([{ name: "units.csv", outcome: "nothing" }]);
  expect(inFolder("reading")).toEqual([]);
});
