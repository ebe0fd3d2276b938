import { describe, expect, test } from "vitest";
import { type Comparison, compareWithPeers } from "@/lib/turnover/comparison";
import { monthsUpTo } from "@/lib/turnover/month";
import { overdispersion, winsorise } from "@/lib/turnover/overdispersion";
import { peerStandard } from "@/lib/turnover/peers";
import { periodTurnover } from "@/lib/turnover/period";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import type { UnitMonths } from "@/lib/turnover/unit-months";
import { verdictOf } from "@/lib/turnover/verdict";
import { aUnit, left, steady } from "./a-unit";

const WINDOW = monthsUpTo("2026-09", 36);

function compare(unit: UnitMonths, peers: readonly UnitMonths[]): Comparison {
  const standard = peerStandard(peers, WINDOW, MOTION_POLICY);
  return compareWithPeers(periodTurnover(unit, WINDOW, MOTION_POLICY), "externalExcl", standard);
}

function numbered(number: number, own: (i: number) => Partial<UnitMonths>): UnitMonths[] {
  return Array.from({ length: number }, (_, i) => aUnit({ code: `vc-${i}`, ...own(i) }));
}

describe("a unit held against corresponding units", () => {
  // Eleven units of 20 over 36 months = 660 person-years. 10 × 4 + 14 = 54 departures.
  const calm = numbered(10, () => ({ departures: left(4, "2025-05-31") }));
  const losing = aUnit({ code: "vc-99", departures: left(14, "2025-05-31") });
  const peers = [...calm, losing];

  test("expects what the whole group's rate gives, the unit included", () => {
    const result = compare(losing, peers);
    if (result.kind !== "compared") throw new Error(result.reason);
    expect(result.personYears).toBe(60);
    expect(result.peerRate).toBeCloseTo(54 / 660, 12);
    expect(result.expected).toBeCloseTo(54 / 11, 12);
    expect(result.ratio).toBeCloseTo((14 * 11) / 54, 12);
    expect(result.excess).toBeCloseTo(14 - 54 / 11, 12);
  });

  test("14 against 4.9 expected is more than chance, strongly; 4 is not", () => {
    expect(compare(losing, peers)).toMatchObject({
      above: "99.8",
      limits: { "95": 11, "99.8": 14 },
      phi: 1,
    });
    expect(compare(aUnit({ departures: left(4, "2025-05-31") }), peers)).toMatchObject({
      above: "within",
    });
  });

  test("the limit itself is above: eleven departures are a signal, ten are not", () => {
    const standard = peerStandard(peers, WINDOW, MOTION_POLICY);
    const above = (n: number) => {
      const unit = periodTurnover(
        aUnit({ departures: left(n, "2025-05-31") }),
        WINDOW,
        MOTION_POLICY,
      );
      const result = compareWithPeers(unit, "externalExcl", standard);
      return result.kind === "compared" ? result.above : result.reason;
    };
    expect([10, 11, 13, 14].map(above)).toEqual(["within", "95", "95", "99.8"]);
  });

  test("is not compared when it has no group, stands alone, is too small or nobody leaves", () => {
    const period = periodTurnover(losing, WINDOW, MOTION_POLICY);
    const none = { kind: "not-compared", reason: "no-peers" };
    expect(compareWithPeers(period, "externalExcl", null)).toEqual(none);
    expect(compare(losing, [losing])).toEqual(none);
    expect(compare(losing, [])).toEqual(none);
    const small = aUnit({ headcount: steady(4, "2022-01", "2026-09") });
    expect(compare(small, peers)).toEqual({ kind: "not-compared", reason: "too-few-staff" });
    expect(
      compare(
        aUnit(),
        numbered(3, () => ({})),
      ),
    ).toEqual({
      kind: "not-compared",
      reason: "none-expected",
    });
  });

  test("a closed unit still counts in the group's rate, with its own months", () => {
    const closed = aUnit({
      code: "vc-50",
      validTo: "2024-09-30",
      headcount: steady(60, "2023-10", "2024-09"),
      departures: left(30, "2024-01-31"),
    });
    const { rate } = peerStandard([...calm, closed], WINDOW, MOTION_POLICY);
    expect(rate.externalExcl).toBeCloseTo(70 / 660, 12);
  });
});

describe("over-dispersion", () => {
  test("the lowest and highest tenth are drawn in to their neighbours", () => {
    expect(winsorise([9, 1, 2, 3, 4, 5, 6, 7, 8, 100], 0.1)).toEqual([
      9, 2, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(winsorise([], 0.1)).toEqual([]);
  });

  test("is the mean square of the deviations, measured against what chance alone gives", () => {
    const units = [...Array(6).fill(13), ...Array(6).fill(5)].map((observed) => ({
      observed,
      expected: 9,
    }));
    expect(overdispersion(units)).toBeCloseTo(16 / 9, 12);
  });

  test("one extreme unit among twelve does not widen the limits that should catch it", () => {
    const units = [...Array(11).fill(9), 60].map((observed) => ({ observed, expected: 9 }));
    expect(overdispersion(units)).toBe(1);
  });

  test("never narrows the limits, and is not judged from fewer than ten units", () => {
    const wild = Array.from({ length: 9 }, (_, i) => ({ observed: i % 2 ? 30 : 0, expected: 9 }));
    expect(overdispersion(wild)).toBe(1);
    expect(overdispersion(Array(12).fill({ observed: 9, expected: 9 }))).toBe(1);
  });

  test("widens the limits where units differ more than chance makes them", () => {
    const uneven = numbered(12, (i) => ({ departures: left(i % 2 ? 14 : 2, "2025-05-31") }));
    const result = compare(aUnit({ departures: left(15, "2025-05-31") }), uneven);
    if (result.kind !== "compared") throw new Error(result.reason);
    expect(result.expected).toBe(8);
    expect(result.phi).toBeCloseTo(4.5, 12);
    // Chance alone would have given a limit of 15.
    expect(result.limits["95"]).toBe(22);
    expect(result.above).toBe("within");
  });
});

describe("the verdict is the flag crossed with chance", () => {
  const compared = (above: "within" | "95" | "99.8"): Comparison => ({
    kind: "compared",
    observed: 13,
    personYears: 60,
    basis: "peers",
    peerRate: 0.08,
    expected: 4.8,
    ratio: 2.7,
    excess: 8.2,
    phi: 1,
    limits: { "95": 10, "99.8": 13 },
    above,
  });

  test.each([
    [true, "99.8", "prioritise", true],
    [true, "95", "prioritise", false],
    [true, "within", "watch", false],
    [false, "99.8", "new-signal", true],
    [false, "95", "new-signal", false],
    [false, "within", "neither", false],
  ] as const)("flag %s, above %s: %s, strong %s", (flagged, above, word, strong) => {
    expect(verdictOf(flagged, compared(above))).toEqual({ word, strong });
  });

  test("without a comparison there is no signal, and the flag still stands", () => {
    const none: Comparison = { kind: "not-compared", reason: "no-peers" };
    expect(verdictOf(true, none)).toEqual({ word: "watch", strong: false });
    expect(verdictOf(false, none)).toEqual({ word: "neither", strong: false });
  });
});
