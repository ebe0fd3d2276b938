import { describe, expect, test } from "vitest";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { definitionOf, isCounted } from "@/lib/turnover/definition";
import { exposureOf, meanHeadcount, personYears } from "@/lib/turnover/exposure";
import { yearWindow } from "@/lib/turnover/month";
import { type PeriodTurnover, periodTurnover, pooledTurnover } from "@/lib/turnover/period";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { aUnit, left, steady } from "./a-unit";

const Y2024 = yearWindow(2024);

function rateOf(period: PeriodTurnover): number | string {
  const rate = period.rates.externalExcl;
  return rate.kind === "rate" ? rate.value : rate.reason;
}

describe("what counts as turnover (definition turnover-1)", () => {
  const definition = definitionOf("turnover-1");

  test("external: permanent employment in the region ended", () => {
    expect(DEPARTURE_KINDS.filter((kind) => isCounted(kind, "external", definition))).toEqual([
      "resignation",
      "retirement",
      "redundancy",
      "death",
      "other",
    ]);
  });

  test("the second reading leaves out retirement and death", () => {
    expect(DEPARTURE_KINDS.filter((kind) => isCounted(kind, "externalExcl", definition))).toEqual([
      "resignation",
      "redundancy",
      "other",
    ]);
  });

  test("moves in the region, ended fixed terms and transfers are shown apart, in neither reading", () => {
    const departures = DEPARTURE_KINDS.flatMap((kind) => left(1, "2024-05-31", kind));
    const period = periodTurnover(aUnit({ departures }), Y2024, MOTION_POLICY);
    expect(period.kinds.internal_move).toBe(1);
    expect(period.kinds.fixed_term_end).toBe(1);
    expect(period.kinds.transfer).toBe(1);
    expect(period.departures).toEqual({ external: 5, externalExcl: 3 });
  });

  test("every figure names its definition", () => {
    expect(periodTurnover(aUnit(), Y2024, MOTION_POLICY).definition).toBe("turnover-1");
  });
});

describe("what departures are divided by", () => {
  test("the mean of the month-end counts, and a twelfth of their sum as person-years", () => {
    const headcount = { ...steady(30, "2024-01", "2024-06"), ...steady(42, "2024-07", "2024-12") };
    const exposure = exposureOf(aUnit({ headcount }), Y2024);
    expect(exposure).toEqual({ personMonths: 432, months: 12, basis: "monthly" });
    if (typeof exposure === "string") throw new Error(exposure);
    expect(meanHeadcount(exposure)).toBe(36);
    expect(personYears(exposure)).toBe(36);
  });

  test("with a month missing: half of opening and closing, and marked so", () => {
    const headcount = { "2023-12": 30, "2024-04": 99, "2024-12": 40 };
    expect(exposureOf(aUnit({ headcount }), Y2024)).toEqual({
      personMonths: 420,
      months: 12,
      basis: "opening-closing",
    });
  });

  test("a missing month coarsens its own year only", () => {
    const headcount = {
      ...steady(20, "2023-12", "2024-02"),
      ...steady(20, "2024-04", "2024-12"),
      ...steady(40, "2025-01", "2025-12"),
      "2025-06": 100,
    };
    expect(exposureOf(aUnit({ headcount }), { from: "2024-01", to: "2025-12" })).toEqual({
      personMonths: 240 + 540,
      months: 24,
      basis: "opening-closing",
    });
  });

  test("headcounts that begin in the middle of a year give that year no rate", () => {
    const unit = aUnit({
      headcount: steady(20, "2024-06", "2025-12"),
      departures: left(4, "2024-09-30"),
    });
    expect(rateOf(periodTurnover(unit, Y2024, MOTION_POLICY))).toBe("no-headcount");
  });

  test("a new unit counts from its first month, and its rate is per year", () => {
    const unit = aUnit({
      validFrom: "2024-07-01",
      headcount: steady(20, "2024-07", "2024-12"),
      departures: left(1, "2024-10-31"),
    });
    expect(exposureOf(unit, Y2024)).toEqual({ personMonths: 120, months: 6, basis: "monthly" });
    expect(rateOf(periodTurnover(unit, Y2024, MOTION_POLICY))).toBe(0.1);
  });

  test("a unit closed in the middle of June counts to May", () => {
    const unit = aUnit({ validTo: "2024-06-15", headcount: steady(20, "2023-01", "2024-05") });
    expect(exposureOf(unit, Y2024)).toEqual({ personMonths: 100, months: 5, basis: "monthly" });
  });

  test("a year before the unit or after it has no rate, and says why", () => {
    const unit = aUnit({ validFrom: "2025-01-01", headcount: steady(20, "2025-01", "2025-12") });
    expect(rateOf(periodTurnover(unit, Y2024, MOTION_POLICY))).toBe("not-open");
    expect(rateOf(periodTurnover(unit, yearWindow(2026), MOTION_POLICY))).toBe("no-headcount");
  });
});

describe("the yearly rate", () => {
  test("two who left of twelve are 16.7 %, with an interval from 2 to 60 %", () => {
    const unit = aUnit({
      headcount: steady(12, "2024-01", "2024-12"),
      departures: left(2, "2024-01-01"),
    });
    const rate = periodTurnover(unit, Y2024, MOTION_POLICY).rates.externalExcl;
    if (rate.kind !== "rate") throw new Error(rate.reason);
    expect(rate.value).toBeCloseTo(1 / 6, 12);
    expect(rate.interval.lower).toBeCloseTo(0.0202, 4);
    expect(rate.interval.upper).toBeCloseTo(0.6021, 4);
  });

  test.each([10, 20, 30, 60, 70, 110, 1230])(
    "a tenth of %i reaches a limit of 10 %% exactly",
    (staff) => {
      const headcount = steady(staff, "2024-01", "2024-12");
      const reaches = (departures: number) => {
        const unit = aUnit({ headcount, departures: left(departures, "2024-12-31") });
        const rate = periodTurnover(unit, Y2024, MOTION_POLICY).rates.externalExcl;
        return rate.kind === "rate" && rate.reachesThreshold;
      };
      expect(reaches(staff / 10)).toBe(true);
      expect(reaches(staff / 10 - 1)).toBe(false);
    },
  );

  test("36 months pooled are still a rate per year", () => {
    const unit = aUnit({ departures: [...left(3, "2023-10-01"), ...left(3, "2026-09-30")] });
    const window = { from: "2023-10", to: "2026-09" };
    expect(rateOf(periodTurnover(unit, window, MOTION_POLICY))).toBe(0.1);
  });

  test("someone whose last day is new year's eve left in the old year", () => {
    const unit = aUnit({ departures: [...left(1, "2024-12-31"), ...left(1, "2025-01-01")] });
    expect(periodTurnover(unit, Y2024, MOTION_POLICY).departures.externalExcl).toBe(1);
  });

  test("no rate is given for fewer than five employees", () => {
    const unit = (staff: number) => aUnit({ headcount: steady(staff, "2024-01", "2024-12") });
    expect(rateOf(periodTurnover(unit(4), Y2024, MOTION_POLICY))).toBe("too-few-staff");
    expect(rateOf(periodTurnover(unit(5), Y2024, MOTION_POLICY))).toBe(0);
  });
});

describe("several units together", () => {
  test("are one sum of departures over one sum of employees", () => {
    const large = aUnit({
      headcount: steady(90, "2024-01", "2024-12"),
      departures: left(9, "2024-03-31"),
    });
    const small = aUnit({
      headcount: steady(10, "2024-01", "2024-12"),
      departures: left(3, "2024-03-31"),
    });
    expect(rateOf(pooledTurnover([large, small], Y2024, MOTION_POLICY))).toBe(0.12);
  });

  test("a unit without headcounts is left out with its departures, and named", () => {
    const known = aUnit({
      headcount: steady(50, "2024-01", "2024-12"),
      departures: left(5, "2024-03-31"),
    });
    const unknown = aUnit({ code: "vc-9", headcount: {}, departures: left(5, "2024-03-31") });
    const pooled = pooledTurnover([known, unknown], Y2024, MOTION_POLICY);
    expect(rateOf(pooled)).toBe(0.1);
    expect(pooled.leftOut).toEqual(["vc-9"]);
  });
});
