import { expect, test } from "vitest";
import { asksDemoRegion, headcountSince, quarterAhead } from "@/lib/demo/ahead";
import { demoRegion } from "@/lib/demo/region";
import { type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";

const OPEN: Quarter = "2026-Q4";
const YEAR = [1, 2, 3, 4].map((steps) => shiftQuarter(OPEN, steps));
const region = demoRegion(OPEN, "2026-11-22");

const rowsOf = (file: string | null) => (file ?? "").trim().split(/\r?\n/).slice(1);

test("each quarter ahead has about as many departures as those before, all of that quarter", () => {
  for (const quarter of YEAR) {
    const rows = rowsOf(quarterAhead(OPEN, quarter).departures).map((row) => row.split(";"));
    expect(rows.length).toBeGreaterThan(110);
    expect(rows.length).toBeLessThan(240);
    expect(new Set(rows.map(([, , lastDay]) => quarterOf(lastDay ?? "")))).toEqual(
      new Set([quarter]),
    );
  }
});

test("nobody has a reference that somebody else has had", () => {
  const ahead = YEAR.flatMap((quarter) => rowsOf(quarterAhead(OPEN, quarter).departures));
  const references = [
    ...region.departures.map(({ employeeRef }) => employeeRef),
    ...ahead.map((row) => row.split(";")[0]),
  ];
  expect(new Set(references).size).toBe(references.length);
});

test("those who answer are among those who are invited, and looking twice shows the same", () => {
  for (const quarter of [OPEN, ...YEAR]) {
    const { answers } = quarterAhead(OPEN, quarter);
    expect(answers.length).toBeGreaterThan(45);
    expect(quarterAhead(OPEN, quarter).answers).toEqual(answers);
  }
});

test("in the open quarter nobody answers who is kept for visitors", () => {
  const answered = quarterAhead(OPEN, OPEN).answers.map(({ employeeRef }) => employeeRef);
  expect(answered.filter((ref) => region.visitors.includes(ref))).toEqual([]);
});

test("headcounts come for whole months only, and agree with those that are known", () => {
  const known = rowsOf(region.files.headcount).filter((row) => row.includes(";2026-10;"));
  const since = rowsOf(headcountSince(OPEN, OPEN, "2027-02-15"));
  expect(known.filter((row) => !since.includes(row))).toEqual([]);
  expect([...new Set(since.map((row) => row.split(";")[1]))]).toEqual([
    ...["2026-10", "2026-11", "2026-12", "2027-01"],
  ]);
});

test("a region of somebody’s own is not filled with invented people", () => {
  expect(asksDemoRegion({ V1: "centres" })).toBe(false);
  const open = region.units.filter(
    ({ validTo, peerGroup }) => validTo === null && peerGroup !== null,
  );
  expect(asksDemoRegion(Object.fromEntries(open.map(({ code }) => [code, "x"])))).toBe(true);
});
