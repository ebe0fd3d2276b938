import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BEYOND,
  chanceOfYearOver,
  expectedAboveByChance,
  isAboveChance,
  lowerCurve,
  lowerLimitAt,
  poissonTail,
  smallestCountAbove,
  upperCurve,
  upperLimitAt,
} from "@/lib/turnover/prediction";

/** P(X ≥ count), summed term by term: shares no code with the library. */
function tailBySum(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let below = 0;
  for (let k = 0; k < count; k += 1) {
    below += term;
    term *= mean / (k + 1);
  }
  return 1 - below;
}

describe("the design's table of the smallest count above chance", () => {
  test.each([
    [0.08, 12, 4, 6],
    [0.08, 36, 8, 10],
    [0.08, 90, 14, 18],
    [0.08, 135, 19, 23],
    [0.08, 300, 35, 41],
    [0.1, 12, 5, 7],
    [0.1, 36, 9, 12],
    [0.1, 90, 16, 21],
    [0.1, 135, 22, 27],
    [0.1, 300, 42, 49],
  ])("target %d, %i person-years", (target, years, at95, at998) => {
    expect(smallestCountAbove(target * years, BEYOND["95"])).toBe(at95);
    expect(smallestCountAbove(target * years, BEYOND["99.8"])).toBe(at998);
  });
});

test("the tail agrees with summing the Poisson series to 1e-12", () => {
  for (const mean of [0.05, 0.96, 3.6, 9, 24.3, 80]) {
    for (let count = 0; count <= 150; count += 1) {
      expect(Math.abs(poissonTail(count, mean) - tailBySum(count, mean))).toBeLessThan(1e-12);
    }
  }
});

test("above chance means: the Poisson series gives so many in at most 2.5 % or 0.1 % of cases", () => {
  const cases = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.05, max: 90 }));
  fc.assert(
    fc.property(cases, fc.constantFrom(0.025, 0.001), ([count, mean], beyond) => {
      fc.pre(Number.isFinite(mean) && Math.abs(tailBySum(count, mean) - beyond) > 1e-9);
      expect(isAboveChance(count, mean, beyond)).toBe(tailBySum(count, mean) <= beyond);
    }),
    { numRuns: 2000 },
  );
});

test("a unit lies on the side of the drawn curve that the exact test says", () => {
  const expected = fc.double({ min: 0.05, max: 120, noNaN: true });
  fc.assert(
    fc.property(expected, fc.nat(200), fc.double({ min: 1, max: 4, noNaN: true }), (e, o, phi) => {
      for (const beyond of [BEYOND["95"], BEYOND["99.8"]]) {
        const curve = upperLimitAt(e, beyond, phi);
        fc.pre(Math.abs(o - curve) > 1e-6);
        expect(o > curve).toBe(isAboveChance(o, e, beyond, phi));
      }
    }),
    { numRuns: 1000 },
  );
});

test("half a step lower, the curve would put a unit outside that the exact test keeps inside", () => {
  // 3 departures against 0.75 expected: 4 are needed (P(X ≥ 3) = 4.1 %).
  expect(smallestCountAbove(0.75, BEYOND["95"])).toBe(4);
  expect(upperLimitAt(0.75, BEYOND["95"])).toBeGreaterThan(3);
  expect(upperLimitAt(0.75, BEYOND["95"]) - 0.5).toBeLessThan(3);
});

test("the lower limit exists only where leaving too seldom is possible, and agrees with the series", () => {
  expect(lowerLimitAt(3.6, BEYOND["95"])).toBeNull();
  for (const mean of [3.8, 5, 9.2, 14, 33.3]) {
    const limit = lowerLimitAt(mean, BEYOND["95"]) ?? Number.NaN;
    for (let count = 0; count < mean; count += 1) {
      expect(count <= limit).toBe(1 - tailBySum(count + 1, mean) <= 0.025);
    }
  }
});

test("the limit rises with what is expected, with certainty and with over-dispersion", () => {
  const mean = fc.double({ min: 0.05, max: 150, noNaN: true });
  fc.assert(
    fc.property(mean, mean, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const limit = (e: number, beyond: number, phi = 1) => smallestCountAbove(e, beyond, phi);
      expect(limit(low, 0.025)).toBeLessThanOrEqual(limit(high, 0.025));
      expect(limit(low, 0.025)).toBeLessThanOrEqual(limit(low, 0.001));
      expect(limit(low, 0.025)).toBeLessThanOrEqual(limit(low, 0.025, 2));
    }),
  );
});

test("the funnel narrows: times the expected, the limit falls as units grow", () => {
  const curve = upperCurve({ from: 0.5, to: 20, steps: 78 }, BEYOND["95"]);
  expect(curve).toHaveLength(79);
  expect(curve[0]?.expected).toBeCloseTo(0.5, 9);
  expect(curve.at(-1)?.expected).toBeCloseTo(20, 9);
  for (const [i, point] of curve.slice(1).entries()) {
    expect(point.ratio).toBeLessThan(curve[i]?.ratio ?? 0);
    expect(point.count).toBeGreaterThan(curve[i]?.count ?? 0);
  }
});

test("the drawn curves are the limits, point by point", () => {
  for (const beyond of [BEYOND["95"], BEYOND["99.8"]]) {
    for (const { expected, count } of upperCurve({ from: 0.2, to: 60, steps: 40 }, beyond)) {
      expect(upperLimitAt(expected, beyond)).toBeCloseTo(count, 6);
    }
    const lower = lowerCurve({ to: 60, steps: 40 }, beyond);
    expect(lower[0]).toMatchObject({ count: 0, expected: expect.closeTo(-Math.log(beyond), 9) });
    for (const { expected, count } of lower.slice(1)) {
      expect(lowerLimitAt(expected, beyond)).toBeCloseTo(count, 6);
    }
  }
  expect(lowerCurve({ to: 3, steps: 4 }, BEYOND["95"])).toEqual([]);
});

test("a 12-person unit that truly loses 8 % shows at least 10 % in 25 % of years", () => {
  expect(chanceOfYearOver(0.1, 12, 0.08)).toBeCloseTo(0.2495, 4);
});

test("of 30 centres of mixed size, all truly at 8 %, about 11 show 10 % in a year by chance", () => {
  const sizes: [number, number][] = [
    [5, 12],
    [7, 20],
    [8, 30],
    [6, 45],
    [4, 60],
  ];
  const chances = sizes.map(([n, staff]) => ({ n, p: chanceOfYearOver(0.1, staff, 0.08) }));
  expect(chances.reduce((sum, { n, p }) => sum + n * p, 0)).toBeCloseTo(11.2, 1);
  expect(chances.reduce((sum, { n, p }) => sum + n * p ** 3, 0)).toBeCloseTo(1.8, 1);
});

test("the rule of each year misses five of six 12-person units that truly lose 15 %", () => {
  expect(chanceOfYearOver(0.1, 12, 0.15) ** 3).toBeCloseTo(0.155, 3);
});

test("of 30 units 0.75 are expected above the 95 % limit by chance", () => {
  expect(expectedAboveByChance(30, BEYOND["95"])).toBeCloseTo(0.75, 12);
});
