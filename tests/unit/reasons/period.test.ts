import { expect, test } from "vitest";
import { chosenPeriod, hasWaited } from "@/lib/reasons/period";

test("a picture of a time that holds answers from before it is told apart, for quarters, years and the last four", () => {
  const six = { from: "2025-Q2", to: "2026-Q3" };
  const four = { from: "2025-Q4", to: "2026-Q3" };
  expect(["four", "all", "2026", "2025"].map((period) => hasWaited(period, six))).toEqual([
    ...[true, false, true, false],
  ]);
  expect(["four", "2026", "2026-Q3"].map((period) => hasWaited(period, four))).toEqual([
    ...[false, true, true],
  ]);
  expect(hasWaited("2026-Q3", { from: "2026-Q3", to: "2026-Q3" })).toBe(false);
});

test("a time that there is no picture of is the last four quarters", () => {
  const periods = ["four", "all", "2026", "2026-Q3"];
  expect(chosenPeriod("2026", periods)).toBe("2026");
  expect([chosenPeriod("1900-Q1", periods), chosenPeriod(null, periods)]).toEqual(["four", "four"]);
});
