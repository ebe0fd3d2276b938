import { describe, expect, test } from "vitest";
import { overview } from "@/lib/turnover/overview";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { unitSummary } from "@/lib/turnover/summary";
import { turnoverTrend } from "@/lib/turnover/trend";
import { aUnit, left, steady } from "./a-unit";

/** Älvstranden of the mock page: its five years, the last twelve months and the merger of 2024. */
const alvstranden = aUnit({
  code: "alv",
  name: "Älvstranden",
  headcount: {
    ...steady(34, "2021-01", "2022-12"),
    ...steady(35, "2023-01", "2023-12"),
    ...steady(53, "2024-01", "2024-12"),
    ...steady(52, "2025-01", "2025-12"),
    ...steady(51, "2026-01", "2026-09"),
  },
  departures: [
    ...left(3, "2021-04-30"),
    ...left(1, "2021-06-30", "retirement"),
    ...left(3, "2022-04-30"),
    ...left(2, "2023-04-30"),
    ...left(2, "2023-11-30"),
    ...left(12, "2024-04-30"),
    ...left(2, "2024-06-30", "retirement"),
    ...left(6, "2025-04-30"),
    ...left(3, "2025-10-31"),
    ...left(5, "2026-02-28"),
    ...left(3, "2026-05-31", "internal_move"),
  ],
  predecessors: ["ost"],
});
const ostervik = aUnit({
  code: "ost",
  name: "Östervik",
  validTo: "2023-12-31",
  headcount: steady(18, "2021-01", "2023-12"),
});
const calm = ["Åbrinken", "Zinkgruvan", "Aspnäs", "Ängsro", "Enliden"].map((name, i) =>
  aUnit({
    code: `calm-${i}`,
    name,
    headcount: steady(40, "2021-01", "2026-09"),
    departures: left(9, "2024-09-30"),
  }),
);
const alone = aUnit({ code: "lab", name: "Laboratoriet", peerGroup: null });
const region = [alvstranden, ostervik, ...calm, alone];
const now = overview(region, "2026-09", MOTION_POLICY);

describe("a unit's summary", () => {
  const summary = unitSummary(alvstranden, region, "2026-09", MOTION_POLICY);

  test("has a row for every whole year of data", () => {
    const rows = summary.years.map(({ year, departures, rates }) => {
      const rate = rates.externalExcl;
      if (rate.kind !== "rate") throw new Error(rate.reason);
      return [year, departures.externalExcl, (100 * rate.value).toFixed(1), rate.reachesThreshold];
    });
    expect(rows).toEqual([
      [2021, 3, "8.8", false],
      [2022, 3, "8.8", false],
      [2023, 4, "11.4", true],
      [2024, 12, "22.6", true],
      [2025, 9, "17.3", true],
    ]);
  });

  test("shows the other reading beside it", () => {
    const withRetirement = summary.years.map(({ rates }) =>
      rates.external.kind === "rate" ? (100 * rates.external.value).toFixed(1) : "",
    );
    expect(withRetirement).toEqual(["11.8", "8.8", "11.4", "26.4", "17.3"]);
  });

  test("says: at least 10 % each year, and more departures in 36 months than chance gives", () => {
    expect(summary.rule.externalExcl).toEqual({ eachYear: "flagged", pooled: "flagged" });
    expect(summary.pooled.departures.externalExcl).toBe(28);
    expect(summary.comparison.externalExcl).toMatchObject({ observed: 28, above: "95" });
    expect(summary.verdict).toEqual({ word: "prioritise", strong: false });
    expect(summary.notice).toBe(false);
  });

  test("counts the last twelve months and today's staff, moves in the region not included", () => {
    expect(summary.last12.departures.externalExcl).toBe(8);
    expect(summary.last12.kinds.internal_move).toBe(3);
    expect(summary.staff).toBe(51);
  });

  test("marks the merger as a break in the series", () => {
    expect(summary.breaks).toEqual([{ month: "2024-01", predecessors: ["ost"] }]);
  });

  test("is the same on its own page as in the overview", () => {
    expect(now.units.find(({ code }) => code === "alv")).toEqual(summary);
  });
});

describe("the region's overview", () => {
  test("lists open units in Swedish alphabetical order, never by rate", () => {
    expect(now.units.map(({ name }) => name)).toEqual([
      "Aspnäs",
      "Enliden",
      "Laboratoriet",
      "Zinkgruvan",
      "Åbrinken",
      "Älvstranden",
      "Ängsro",
    ]);
  });

  test("puts every open unit under exactly one verdict", () => {
    const { prioritise, watch, neither } = now.byVerdict;
    expect(prioritise.map(({ name }) => name)).toEqual(["Älvstranden"]);
    expect([watch.length, now.byVerdict["new-signal"].length, neither.length]).toEqual([0, 0, 6]);
  });

  test("says how many units chance alone would put above the limits", () => {
    expect(now.multiplicity.compared).toBe(6);
    expect(now.multiplicity.above).toEqual({ "95": 1, "99.8": 0 });
    expect(now.multiplicity.byChance["95"]).toBeCloseTo(0.15, 12);
    expect(now.groups.map(({ peerGroup }) => peerGroup)).toEqual(["tätort"]);
  });

  test("counts the whole region once, closed units included while they were open", () => {
    const before = overview(region, "2023-12", MOTION_POLICY);
    expect(before.last12.exposure).toMatchObject({ personMonths: 12 * (35 + 18 + 5 * 40 + 20) });
    expect(now.last12.exposure).toMatchObject({
      personMonths: 3 * 52 + 9 * 51 + 12 * (5 * 40 + 20),
    });
  });

  test("follows the region quarter by quarter, as a rate per year", () => {
    expect(now.trend.quarters).toHaveLength(23);
    expect(now.trend.quarters[0]).toEqual({ quarter: "2021-Q1", departures: 0, rate: 0 });
    const q3 = now.trend.quarters.find(({ quarter }) => quarter === "2024-Q3");
    expect(q3?.rate).toBeCloseTo((4 * 45) / (53 + 200 + 20), 12);
    expect(now.trend.chart?.points).toHaveLength(23);
    expect(now.trend.chart?.points[14]?.rules).toContain("outside-limits");
  });

  test("leaves a quarter that is not whole out of the trend", () => {
    const trend = turnoverTrend(calm, "2026-08", "externalExcl", MOTION_POLICY);
    expect(trend.quarters.at(-1)?.quarter).toBe("2026-Q2");
  });

  test("is empty, not broken, without units", () => {
    const empty = overview([], "2026-09", MOTION_POLICY);
    expect(empty.units).toEqual([]);
    expect(empty.trend).toEqual({ quarters: [], chart: null });
    expect(empty.last12.rates.externalExcl).toEqual({ kind: "no-rate", reason: "not-open" });
  });
});
