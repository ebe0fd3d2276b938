import { expect, test } from "vitest";
import { monthsToAnswers } from "@/lib/turnover/forecast";

test.each([
  [12, 0.1, 13.3],
  [30, 0.15, 3.6],
  [60, 0.15, 1.8],
])("%i employees at %d take about %d years to eight answers", (staff, rate, years) => {
  const months = monthsToAnswers(8, staff, rate) ?? 0;
  expect((months / 12).toFixed(1)).toBe(years.toFixed(1));
});

test("a started month is a month", () => {
  expect(monthsToAnswers(8, 12, 0.1)).toBe(160);
  expect(monthsToAnswers(8, 60, 0.15)).toBe(22);
});

test("when nobody is expected to leave there is no forecast, rather than a long one", () => {
  expect(monthsToAnswers(8, 12, 0)).toBeNull();
  expect(monthsToAnswers(8, 0, 0.1)).toBeNull();
});

test("more staff, more turnover or more replies never make the wait longer", () => {
  expect(monthsToAnswers(8, 30, 0.1)).toBeLessThan(monthsToAnswers(8, 29, 0.1) ?? 0);
  expect(monthsToAnswers(8, 30, 0.2)).toBeLessThan(monthsToAnswers(8, 30, 0.1) ?? 0);
  expect(monthsToAnswers(8, 30, 0.1, 0.7)).toBeLessThan(monthsToAnswers(8, 30, 0.1) ?? 0);
});
