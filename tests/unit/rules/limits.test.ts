import { expect, test } from "vitest";
import { limitChanges, weakestOf } from "@/lib/rules/limits";

test("the auditor sees each change of the limits, and which of them weakened the protection", () => {
  const signed = [
    { quarter: "2026-Q1", k: 8, c: 1 },
    { quarter: "2026-Q2", k: 8, c: 1 },
    { quarter: "2026-Q3", k: 10, c: 1 },
    { quarter: "2026-Q4", k: 8, c: 1 },
    { quarter: "2027-Q1", k: 8, c: 0 },
  ] as const;
  expect(limitChanges(signed).map(({ quarter, weaker }) => [quarter, weaker])).toEqual([
    ["2026-Q1", false],
    ["2026-Q3", false],
    ["2026-Q4", true],
    ["2027-Q1", true],
  ]);
  expect(limitChanges([])).toEqual([]);
});

test("the public is told the least that any quarter was signed with, and before the first what it will have", () => {
  expect(weakestOf([])).toEqual({ k: 8, c: 1 });
  expect(
    weakestOf([
      { k: 10, c: 1 },
      { k: 7, c: 1 },
      { k: 9, c: 0 },
    ]),
  ).toEqual({ k: 7, c: 0 });
});
