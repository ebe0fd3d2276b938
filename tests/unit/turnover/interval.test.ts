import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byarInterval,
  exactInterval,
  type Interval,
  rateInterval,
  wilsonInterval,
} from "@/lib/turnover/interval";

/** "2.0–60.2", in per cent of the person-years. */
function printed({ lower, upper }: Interval, per = 1): string {
  return `${((100 * lower) / per).toFixed(1)}–${((100 * upper) / per).toFixed(1)}`;
}

/** P(X ≤ count), summed term by term: shares no code with the library. */
function poissonSum(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = 0;
  for (let k = 0; k <= count; k += 1) {
    sum += term;
    term *= mean / (k + 1);
  }
  return sum;
}

describe("the design's table of test vectors", () => {
  test.each([
    [2, 12, "2.0–60.2", "0.4–93.6", "4.7–44.8"],
    [6, 36, "6.1–36.3", "3.1–50.2", "7.9–31.9"],
    [9, 36, "11.4–47.5", "6.8–62.9", "13.8–41.1"],
    [12, 36, "17.2–58.2", "11.2–75.1", "20.2–49.7"],
    [18, 90, "11.9–31.6", "8.5–39.3", "13.0–29.4"],
    [27, 135, "13.2–29.1", "10.2–35.0", "14.1–27.5"],
  ])("%i departures in %i person-years", (count, years, at95, at998, wilson) => {
    expect(printed(exactInterval(count), years)).toBe(at95);
    expect(printed(exactInterval(count, "99.8"), years)).toBe(at998);
    expect(printed(wilsonInterval(count, years))).toBe(wilson);
  });
});

test("the exact bounds leave 2.5 % on either side of the Poisson series, to 1e-12", () => {
  for (let count = 0; count <= 60; count += 1) {
    const { lower, upper } = exactInterval(count);
    expect(Math.abs(poissonSum(count, upper) - 0.025)).toBeLessThan(1e-12);
    if (count > 0) {
      expect(Math.abs(1 - poissonSum(count - 1, lower) - 0.025)).toBeLessThan(1e-12);
    }
  }
});

test("from ten departures Byar's approximation is within a hundredth of a departure in thirty", () => {
  for (let count = 10; count <= 200; count += 1) {
    const exact = exactInterval(count);
    const byar = byarInterval(count);
    expect(Math.abs(byar.lower - exact.lower)).toBeLessThan(0.03);
    expect(Math.abs(byar.upper - exact.upper)).toBeLessThan(0.03);
  }
});

test("a rate has the exact interval below ten departures and Byar's from ten", () => {
  expect(rateInterval(9, 36)).toEqual(scaled(exactInterval(9), 36));
  expect(rateInterval(10, 36)).toEqual(scaled(byarInterval(10), 36));
});

function scaled({ lower, upper }: Interval, years: number): Interval {
  return { lower: lower / years, upper: upper / years };
}

test("nobody leaving is still uncertain upwards, and never below nought", () => {
  expect(rateInterval(0, 12).lower).toBe(0);
  expect(printed(rateInterval(0, 12))).toBe("0.0–30.7");
  expect(wilsonInterval(0, 8).lower).toBe(0);
  expect(wilsonInterval(8, 8).upper).toBe(1);
});

test("every interval holds its own rate, and a surer one is wider", () => {
  const counts = fc.integer({ min: 0, max: 500 });
  const years = fc.double({ min: 0.5, max: 5000, noNaN: true });
  fc.assert(
    fc.property(counts, years, (count, py) => {
      const at95 = rateInterval(count, py);
      const at998 = rateInterval(count, py, "99.8");
      expect(at95.lower).toBeLessThanOrEqual(count / py);
      expect(at95.upper).toBeGreaterThan(count / py);
      expect(at998.lower).toBeLessThanOrEqual(at95.lower);
      expect(at998.upper).toBeGreaterThan(at95.upper);
    }),
  );
});

test("more departures move both bounds up", () => {
  for (let count = 0; count < 300; count += 1) {
    expect(rateInterval(count + 1, 100).lower).toBeGreaterThan(rateInterval(count, 100).lower);
    expect(rateInterval(count + 1, 100).upper).toBeGreaterThan(rateInterval(count, 100).upper);
  }
});

test("a proportion's interval stays between none and all", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (a, b) => {
      const of = a + b + 1;
      const { lower, upper } = wilsonInterval(a, of);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(a / of);
      expect(upper).toBeGreaterThanOrEqual(a / of);
    }),
  );
});

test("half a departure, a negative one, or no person-years is refused", () => {
  expect(() => exactInterval(1.5)).toThrow(RangeError);
  expect(() => byarInterval(-1)).toThrow(RangeError);
  expect(() => rateInterval(1, 0)).toThrow(RangeError);
  expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
});
