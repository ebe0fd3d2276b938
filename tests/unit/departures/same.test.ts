import { expect, test } from "vitest";
import { departureOf } from "@/lib/departures/departure";
import { planDepartures } from "@/lib/departures/plan";
import type { DepartureRow } from "@/lib/departures/row";
import { contradict } from "@/lib/departures/same";

const setting = { pseudonym: (ref: string) => `p-${ref}`, today: "2026-10-01" };
const resigned: DepartureRow = {
  ...{ employeeRef: "1", unitCode: "B", lastDay: "2026-11-30", kind: "resignation" },
  ...{ email: "a@region.se", privateEmail: null, language: "sv", delivery: "mail" },
  protected: false,
  staffGroup: "",
};
const moved: DepartureRow = {
  ...resigned,
  ...{ unitCode: "A", kind: "internal_move", lastDay: "2026-08-31" },
};
const stored = (...rows: DepartureRow[]) => rows.map((row) => departureOf(row, setting));

test("a person who has moved and now resigns has two departures, in whatever order a file has them", () => {
  const alone = planDepartures(stored(moved), [resigned], setting);
  expect([alone.added.length, alone.changed, alone.removed]).toEqual([1, [], []]);
  const both = planDepartures(stored(moved), [resigned, moved], setting);
  expect([both.added.length, both.unchanged, both.changed, both.removed]).toEqual([1, 1, [], []]);
});

test("each of the two is put right on its own", () => {
  const later = { ...resigned, lastDay: "2026-12-31" };
  const plan = planDepartures(stored(moved, resigned), [moved, later], setting);
  expect(plan.unchanged).toBe(1);
  expect(plan.changed.map(({ before, fields }) => [before.kind, fields])).toEqual([
    ["resignation", ["lastDay"]],
  ]);
});

test("who comes back and leaves again years later keeps the old departure in its year", () => {
  const plan = planDepartures(stored({ ...resigned, lastDay: "2024-05-31" }), [resigned], setting);
  expect([plan.added.length, plan.changed, plan.removed]).toEqual([1, [], []]);
});

test("two ends within half a year, or two departures from one unit in one month, cannot both be true", () => {
  expect(contradict(resigned, { ...resigned, lastDay: "2027-05-31" })).toBe(true);
  expect(contradict(resigned, { ...resigned, lastDay: "2027-06-30" })).toBe(false);
  expect(contradict(moved, { ...moved, kind: "resignation", lastDay: "2026-08-01" })).toBe(true);
  expect(contradict(moved, { ...moved, unitCode: "B" })).toBe(false);
});
