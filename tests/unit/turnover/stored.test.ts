import { describe, expect, test } from "vitest";
import { asOfMonth } from "@/lib/turnover/as-of";
import { changeBetween } from "@/lib/turnover/change";
import { yearWindow } from "@/lib/turnover/month";
import { periodTurnover } from "@/lib/turnover/period";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { policyAt, type StoredUnit, unitMonthsFrom } from "@/lib/turnover/stored";
import type { UnitMonths } from "@/lib/turnover/unit-months";

const unit = (code: string, parentCode: string | null): StoredUnit => ({
  ...{ code, parentCode },
  name: code,
  kind: "x",
  peerGroup: null,
  validFrom: "2020-01-01",
  validTo: null,
  predecessors: [],
});

describe("What is stored becomes months", () => {
  test("staff groups of a month are summed, and a departure is only a day and a kind", () => {
    const [only] = unitMonthsFrom(
      [unit("A", null)],
      [
        { unitCode: "A", month: "2025-01", permanent: 7 },
        { unitCode: "A", month: "2025-01", permanent: 5 },
      ],
      [{ unitCode: "A", lastDay: "2025-01-31", kind: "resignation" }],
    );
    expect(only?.headcount).toEqual({ "2025-01": 12 });
    expect(only?.departures).toEqual([{ lastDay: "2025-01-31", kind: "resignation" }]);
  });

  test("a unit that only holds others is no unit of its own; one with staff is", () => {
    const units = [unit("REG", null), unit("AREA", "REG"), unit("A", "AREA")];
    const staff = (unitCode: string) => ({ unitCode, month: "2025-01", permanent: 9 });
    const codes = (rows: UnitMonths[]) => rows.map(({ code }) => code);
    expect(codes(unitMonthsFrom(units, [staff("A")], []))).toEqual(["A"]);
    expect(codes(unitMonthsFrom(units, [staff("A"), staff("AREA")], []))).toEqual(["AREA", "A"]);
  });

  test("a decision holds from its quarter on; before any, the motion's own numbers do", () => {
    const rows = [
      { fromQuarter: "2026-Q1", threshold: 0.12, years: 2, rule: "either" },
      { fromQuarter: "2026-Q3", threshold: 0.08, years: 3, rule: "pooled" },
    ];
    expect(policyAt(rows, "2025-12")).toEqual(MOTION_POLICY);
    expect(policyAt(rows, "2026-04")).toMatchObject({ threshold: 0.12, years: 2, rule: "either" });
    expect(policyAt(rows, "2026-10")).toMatchObject({ threshold: 0.08, years: 3 });
    // What was decided last holds, also where an earlier decision was meant to begin later.
    expect(policyAt(rows.toReversed(), "2026-10")).toMatchObject({ threshold: 0.12, years: 2 });
  });
});

const months = (code: string, headcount: Record<string, number>): UnitMonths => ({
  ...{ code, headcount },
  name: code,
  kind: "x",
  peerGroup: null,
  validFrom: null,
  validTo: null,
  departures: [],
  predecessors: [],
});

describe("How far the figures reach", () => {
  test("to the newest whole month that at least half of the units have sent", () => {
    const early = months("A", { "2026-09": 10, "2026-10": 10, "2026-11": 10 });
    const usual = months("B", { "2026-09": 10, "2026-10": 10 });
    const late = months("C", { "2026-09": 10 });
    expect(asOfMonth([early, usual, late], "2026-11-22")).toBe("2026-10");
    expect(asOfMonth([early, late, months("D", {})], "2026-11-22")).toBe("2026-09");
  });

  test("nothing imported, or only long ago, gives no month", () => {
    expect(asOfMonth([], "2026-11-22")).toBeNull();
    expect(asOfMonth([months("A", { "2020-01": 10 })], "2026-11-22")).toBeNull();
  });
});

describe("Whether a change can be chance", () => {
  const year = (left: number, staff = 50) => {
    const headcount = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`2025-${String(i + 1).padStart(2, "0")}`, staff]),
    );
    const departures = Array.from({ length: left }, () => ({
      lastDay: "2025-06-15",
      kind: "resignation" as const,
    }));
    return periodTurnover(
      { ...months("A", headcount), departures },
      yearWindow(2025),
      MOTION_POLICY,
    );
  };
  const change = (before: number, after: number) =>
    changeBetween(year(before), year(after), "externalExcl");

  // One-sided binomial tails, halves: P(X ≥ 12 | 20) = 0.2517, P(X ≥ 6 | 6) = 0.0156, P(X ≥ 5 | 5) = 0.0313.
  test("the exact binomial decides, at 2.5 % on the side it moved to", () => {
    expect(change(12, 8)).toEqual({ direction: "down", chance: true });
    expect(change(0, 6)).toEqual({ direction: "up", chance: false });
    expect(change(0, 5)).toEqual({ direction: "up", chance: true });
    expect(change(6, 0)).toEqual({ direction: "down", chance: false });
    expect(change(3, 3)).toEqual({ direction: "same", chance: true });
  });

  test("rates are compared, not counts: twice the staff may lose twice as many", () => {
    expect(changeBetween(year(6, 50), year(12, 100), "externalExcl")).toEqual({
      direction: "same",
      chance: true,
    });
  });

  test("a year without a rate is not compared", () => {
    expect(changeBetween(year(1, 4), year(6), "externalExcl")).toBeNull();
  });
});
