import { describe, expect, test } from "vitest";
import { daysBetween, timeBetweenChart } from "@/lib/turnover/time-between";
import { type XmrRule, xmrChart } from "@/lib/turnover/xmr";

/** Positions (from 0) of the points that a rule marks. */
function marked(values: readonly number[], rule: XmrRule, baseline?: number): number[] {
  const chart = xmrChart(values, baseline === undefined ? {} : { baseline });
  return (chart?.points ?? []).flatMap(({ rules }, i) => (rules.includes(rule) ? [i] : []));
}

/** Twelve quarters of ordinary variation: mean 6, mean moving range 2, limits 0.68 and 11.32. */
const ORDINARY = [5, 7, 5, 7, 5, 7, 5, 7, 5, 7, 5, 7];

describe("a trend chart", () => {
  test("has limits 2.66 mean moving ranges from the mean", () => {
    const chart = xmrChart(ORDINARY);
    expect(chart?.mean).toBe(6);
    expect(chart?.lower).toBeCloseTo(0.68, 12);
    expect(chart?.upper).toBeCloseTo(11.32, 12);
    expect(chart?.points.every(({ rules }) => rules.length === 0)).toBe(true);
  });

  test("calls its limits trial limits below twelve points", () => {
    expect(xmrChart(ORDINARY.slice(0, 11))?.trial).toBe(true);
    expect(xmrChart(ORDINARY)?.trial).toBe(false);
    expect(xmrChart([...ORDINARY, 6], { baseline: 8 })?.trial).toBe(true);
  });

  test("is not drawn from a single point", () => {
    expect(xmrChart([6])).toBeNull();
    expect(xmrChart([])).toBeNull();
  });

  test("never shows a rate below nought", () => {
    expect(xmrChart([1, 9, 1, 9], { floor: 0 })?.lower).toBe(0);
  });
});

describe("the four rules for a sure change", () => {
  test("a point outside the limits, and not one on them", () => {
    expect(marked([...ORDINARY, 11.4], "outside-limits", 12)).toEqual([12]);
    expect(marked([...ORDINARY, 11.3, 0.6], "outside-limits", 12)).toEqual([13]);
  });

  test("seven in a row on one side of the mean, not six, and one on the mean breaks the row", () => {
    const above = [6.5, 7, 6.5, 7, 6.5, 7];
    expect(marked([...ORDINARY, 5, ...above], "seven-on-one-side", 12)).toEqual([]);
    expect(marked([...ORDINARY, 5, ...above, 8], "seven-on-one-side", 12)).toEqual([
      13, 14, 15, 16, 17, 18, 19,
    ]);
    expect(marked([...ORDINARY, 5, ...above, 6, 7], "seven-on-one-side", 12)).toEqual([]);
  });

  test("seven points in a row rising or falling, not six, and standing still breaks the row", () => {
    expect(marked([...ORDINARY, 3, 4, 5, 6, 7, 8], "seven-in-a-row", 12)).toEqual([]);
    expect(marked([...ORDINARY, 3, 4, 5, 6, 7, 8, 9], "seven-in-a-row", 12)).toEqual([
      12, 13, 14, 15, 16, 17, 18,
    ]);
    expect(marked([...ORDINARY, 9, 8, 7, 6, 5, 4, 3], "seven-in-a-row", 12)).toEqual([
      12, 13, 14, 15, 16, 17, 18,
    ]);
    expect(marked([...ORDINARY, 3, 4, 5, 5, 6, 7, 8], "seven-in-a-row", 12)).toEqual([]);
  });

  test("two of three near the same limit", () => {
    // Near: beyond 6 ± 3.55.
    expect(marked([...ORDINARY, 10, 6, 9.7], "two-of-three", 12)).toEqual([12, 14]);
    expect(marked([...ORDINARY, 10, 6, 6, 10], "two-of-three", 12)).toEqual([]);
    expect(marked([...ORDINARY, 10, 2], "two-of-three", 12)).toEqual([]);
  });

  test("a row without any variation marks nothing", () => {
    expect(xmrChart(Array(14).fill(6))?.points.every(({ rules }) => rules.length === 0)).toBe(true);
  });
});

describe("time between departures", () => {
  test("is counted in days, in time order, across a leap day", () => {
    expect(daysBetween(["2024-03-01", "2024-02-28", "2024-03-01"])).toEqual([2, 0]);
  });

  test("has limits in days, and departures that suddenly come close are marked", () => {
    const calm = [
      "2020-01-01",
      "2020-07-01",
      "2021-01-01",
      "2021-06-01",
      "2022-01-01",
      "2022-06-15",
      "2023-01-01",
      "2023-07-01",
    ];
    const rush = ["2023-07-02", "2023-07-02", "2023-07-03"];
    const chart = timeBetweenChart([...calm, ...rush]);
    expect(chart?.points.map(({ value }) => value).slice(-3)).toEqual([1, 0, 1]);
    expect(chart?.points.slice(-3).every(({ rules }) => rules.includes("two-of-three"))).toBe(true);
    expect(chart?.lower).toBeGreaterThanOrEqual(0);
    expect(chart?.points.slice(0, 7).every(({ rules }) => !rules.includes("outside-limits"))).toBe(
      true,
    );
  });

  test("needs three departures", () => {
    expect(timeBetweenChart(["2024-01-01", "2024-06-01"])).toBeNull();
  });
});
