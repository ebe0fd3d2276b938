import { describe, expect, test } from "vitest";
import { beforeAfter } from "@/lib/turnover/before-after";
import { upperTail } from "@/lib/turnover/binomial";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { rateRatio } from "@/lib/turnover/rate-ratio";
import type { UnitMonths } from "@/lib/turnover/unit-months";
import { centre, leaving, REGION } from "../hr-view/region";

/** A binomial tail in whole numbers: no rounding until the last step. p = a / b. */
function exactTail(n: number, k: number, a: bigint, b: bigint): number {
  let [sum, choose] = [0n, 1n];
  for (let i = 0; i <= n; i += 1) {
    if (i >= k) sum += choose * a ** BigInt(i) * (b - a) ** BigInt(n - i);
    choose = (choose * BigInt(n - i)) / BigInt(i + 1);
  }
  return Number((sum * 10n ** 18n) / b ** BigInt(n)) / 1e18;
}

describe("Before and after an action", () => {
  test.each([
    [5, 2, 1n, 2n],
    [30, 18, 2n, 5n],
    [400, 230, 1n, 2n],
  ])("a tail of %i departures agrees with whole numbers to 1e-12", (n, k, a, b) => {
    expect(Math.abs(upperTail(n, k, Number(a) / Number(b)) - exactTail(n, k, a, b))).toBeLessThan(
      1e-12,
    );
  });

  test("a whole region's thousands of departures are within reach", () => {
    expect(upperTail(2000, 1100, 0.5)).toBeLessThan(1e-5);
    expect(upperTail(2000, 1000, 0.5)).toBeCloseTo(0.509, 3);
  });

  test("twelve against six in the same time is half as much, from a sixth to one and a half", () => {
    // Clopper-Pearson of 6 in 18: 13,3–59,0 %, as odds.
    const ratio = rateRatio(
      { departures: 12, personYears: 60 },
      { departures: 6, personYears: 60 },
    );
    expect(ratio?.value).toBe(0.5);
    expect(ratio?.lower).toBeCloseTo(0.1539, 3);
    expect(ratio?.upper).toBeCloseTo(1.4396, 3);
  });

  test("the bounds are where chance leaves 2.5 % on either side", () => {
    const [early, late] = [9, 3];
    const ratio = rateRatio(
      { departures: early, personYears: 80 },
      { departures: late, personYears: 40 },
    );
    const share = (times: number) => (times * 40) / (times * 40 + 80);
    expect(upperTail(12, late, share(ratio?.lower ?? 0))).toBeCloseTo(0.025, 9);
    expect(1 - upperTail(12, late + 1, share(ratio?.upper ?? 0))).toBeCloseTo(0.025, 9);
  });

  test("nobody before, or nobody at all, gives no number of times", () => {
    const none = { departures: 0, personYears: 50 };
    expect(rateRatio(none, none)).toBeNull();
    expect(rateRatio(none, { departures: 3, personYears: 50 })).toMatchObject({
      value: null,
      upper: null,
    });
    expect(rateRatio({ departures: 3, personYears: 50 }, none)).toMatchObject({
      value: 0,
      lower: 0,
    });
  });

  const at = { decidedOn: "2024-01-20", asOf: "2025-12" };
  const unit = (code: string): UnitMonths => {
    const found = REGION.find((each) => each.code === code);
    if (found === undefined) throw new Error(code);
    return found;
  };

  test("the month of the decision is on neither side, and corresponding units stand beside", () => {
    expect(beforeAfter(unit("B"), REGION, at, MOTION_POLICY)).toMatchObject({
      kind: "compared",
      before: { window: { from: "2022-01", to: "2023-12" }, departures: 20, rate: 0.25 },
      after: { window: { from: "2024-02", to: "2025-12" }, departures: 19 },
      chance: true,
      peers: { before: expect.closeTo(28 / (2 * 252), 9) },
    });
  });

  test("a fall that chance does not give is told apart from one that it does", () => {
    const fell = centre("F", "Forsen", 40, [...leaving(2022, 12), ...leaving(2023, 12)]);
    const result = beforeAfter(fell, [fell], at, MOTION_POLICY);
    expect(result).toMatchObject({ kind: "compared", chance: false, peers: null });
  });

  test("nothing is compared too early, across a break, or without a rate", () => {
    const early = { ...at, decidedOn: "2025-08-01" };
    expect(beforeAfter(unit("B"), REGION, early, MOTION_POLICY).kind).toBe("too-early");
    const small = centre("S", "Smått", 4, leaving(2023, 2));
    expect(beforeAfter(small, [small], at, MOTION_POLICY).kind).toBe("no-rate");
    const old = centre("O", "Gamla", 20, [], { validTo: "2022-12-31" });
    const born = { validFrom: "2023-01-01", predecessors: ["O"] };
    const fresh = centre("N", "Nya", 20, leaving(2023, 3), born);
    expect(beforeAfter(fresh, [old, fresh], at, MOTION_POLICY).kind).toBe("break");
  });
});
