import { describe, expect, test } from "vitest";
import { MOTION_POLICY, type TurnoverPolicy } from "@/lib/turnover/policy";
import { isFlagged, isNotice, motionRule, rulePeriods } from "@/lib/turnover/rule";
import type { UnitMonths } from "@/lib/turnover/unit-months";
import { aUnit, left, steady } from "./a-unit";

function ruleOf(unit: UnitMonths, policy: TurnoverPolicy = MOTION_POLICY) {
  const periods = rulePeriods(unit, "2026-09", policy);
  const result = motionRule(periods, policy.reading, policy);
  return {
    ...result,
    flagged: isFlagged(result, policy),
    notice: isNotice(periods, result, policy.reading),
  };
}

/** Of 20 employees, so many left in each of 2023, 2024 and 2025. */
function leaving(y2023: number, y2024: number, y2025: number) {
  return [...left(y2023, "2023-06-30"), ...left(y2024, "2024-06-30"), ...left(y2025, "2025-06-30")];
}

describe("at least 10 % during at least 3 years, read both ways", () => {
  test("a tenth in each of three years flags the reading of each year", () => {
    const rule = ruleOf(aUnit({ departures: leaving(2, 2, 2) }));
    expect(rule.eachYear).toBe("flagged");
    expect(rule.pooled).toBe("not-flagged");
    expect(rule.flagged).toBe(true);
  });

  test("one year under 10 % and the reading of each year is not flagged, though 36 months together may be", () => {
    const rule = ruleOf(aUnit({ departures: leaving(0, 1, 5) }));
    expect(rule).toEqual({
      eachYear: "not-flagged",
      pooled: "flagged",
      flagged: false,
      notice: false,
    });
  });

  test("the policy decides which reading raises the flag", () => {
    const unit = aUnit({ departures: leaving(0, 1, 5) });
    expect(ruleOf(unit, { ...MOTION_POLICY, rule: "pooled" }).flagged).toBe(true);
    expect(ruleOf(unit, { ...MOTION_POLICY, rule: "either" }).flagged).toBe(true);
  });

  test("threshold and number of years are the policy's", () => {
    const unit = aUnit({ departures: leaving(0, 2, 2) });
    expect(ruleOf(unit).eachYear).toBe("not-flagged");
    expect(ruleOf(unit, { ...MOTION_POLICY, years: 2 }).eachYear).toBe("flagged");
    expect(ruleOf(unit, { ...MOTION_POLICY, years: 2, threshold: 0.11 }).eachYear).toBe(
      "not-flagged",
    );
  });

  test("retirements flag one reading of turnover and not the other", () => {
    const departures = [2023, 2024, 2025].flatMap((y) => left(2, `${y}-06-30`, "retirement"));
    const periods = rulePeriods(aUnit({ departures }), "2026-09", MOTION_POLICY);
    expect(motionRule(periods, "external", MOTION_POLICY).eachYear).toBe("flagged");
    expect(motionRule(periods, "externalExcl", MOTION_POLICY).eachYear).toBe("not-flagged");
  });

  test("the running year does not count as a year", () => {
    const departures = [...leaving(2, 2, 0), ...left(9, "2026-03-31")];
    expect(ruleOf(aUnit({ departures })).eachYear).toBe("not-flagged");
  });

  test("a history shorter than three years is not flagged, and says that it is too short", () => {
    const unit = aUnit({
      validFrom: "2024-01-01",
      headcount: steady(20, "2024-01", "2026-09"),
      departures: leaving(0, 6, 6),
    });
    expect(ruleOf(unit)).toMatchObject({
      eachYear: "too-short",
      pooled: "too-short",
      flagged: false,
    });
  });

  test("a year that only half exists is not a year of three", () => {
    const unit = aUnit({
      validFrom: "2023-04-01",
      headcount: steady(20, "2023-04", "2026-09"),
      departures: leaving(4, 4, 4),
    });
    expect(ruleOf(unit)).toMatchObject({ eachYear: "too-short", pooled: "flagged" });
  });

  test("years without headcounts are too short a history as well", () => {
    const unit = aUnit({
      headcount: steady(20, "2024-01", "2026-09"),
      departures: leaving(4, 4, 4),
    });
    expect(ruleOf(unit)).toMatchObject({ eachYear: "too-short", pooled: "too-short" });
  });

  test("a unit of four is not flagged, and says that it is too small", () => {
    const unit = aUnit({
      headcount: steady(4, "2022-01", "2026-09"),
      departures: leaving(2, 2, 2),
    });
    expect(ruleOf(unit)).toMatchObject({ eachYear: "too-few-staff", pooled: "too-few-staff" });
  });
});

describe("a single year", () => {
  test("at 10 % or more is a notice, not a flag", () => {
    expect(ruleOf(aUnit({ departures: leaving(0, 0, 2) }))).toMatchObject({
      flagged: false,
      notice: true,
    });
  });

  test("under 10 %, or long ago, is not even that", () => {
    expect(ruleOf(aUnit({ departures: leaving(0, 0, 1) })).notice).toBe(false);
    expect(ruleOf(aUnit({ departures: leaving(2, 0, 0) })).notice).toBe(false);
  });

  test("is no notice beside a flag", () => {
    expect(ruleOf(aUnit({ departures: leaving(2, 2, 2) })).notice).toBe(false);
  });
});
