import { expect, test } from "vitest";
import { limitOf, monthsToAnswers, monthsUnderLimits } from "@/lib/turnover/forecast";

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

const rounds = [
  { quarter: "2026-Q3", k: 8 },
  { quarter: "2026-Q4", k: 8 },
  { quarter: "2027-Q1", k: 12 },
] as const;

test("a forecast asks for the strictest limit of the rounds until its own date, and for none that comes later", () => {
  const limitIn = (from: readonly number[]) => (quarters: number) => from[quarters] ?? 12;
  // 60 employees, 40 %: eight answers take eight months, that is three quarters; twelve take twelve.
  const months = (needed: number) => monthsToAnswers(needed, 60, 0.4);
  expect(monthsUnderLimits(limitIn([8, 8, 8]), months)).toBe(8);
  expect(monthsUnderLimits(limitIn([8, 8, 12]), months)).toBe(12);
  // A limit that is lowered later does not shorten the wait of answers that were promised more.
  expect(monthsUnderLimits((quarters) => (quarters === 0 ? 10 : 6), months)).toBe(10);
  expect(monthsUnderLimits(limitIn([8]), () => null)).toBeNull();
});

test("a quarter without a round has the limit of the last one before it", () => {
  expect(limitOf(rounds, "2026-Q2")).toBeNull();
  expect(limitOf(rounds, "2026-Q4")).toBe(8);
  expect(limitOf(rounds, "2028-Q1")).toBe(12);
});
