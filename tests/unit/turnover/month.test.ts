import { expect, test } from "vitest";
import {
  isMonth,
  lastDayOfMonth,
  lastWholeYear,
  monthOf,
  monthsBetween,
  monthsIn,
  monthsUpTo,
  shiftMonth,
} from "@/lib/turnover/month";

test("a month is written 2026-01 to 2026-12 and no other way", () => {
  expect(["2026-01", "2026-12"].every(isMonth)).toBe(true);
  expect(["2026-00", "2026-13", "2026-1", "2026-01-01", "26-01", ""].some(isMonth)).toBe(false);
});

test("months are counted across new year", () => {
  expect(shiftMonth("2025-12", 1)).toBe("2026-01");
  expect(shiftMonth("2026-01", -13)).toBe("2024-12");
  expect(monthsBetween("2024-12", "2026-01")).toBe(13);
  expect(monthsIn({ from: "2025-11", to: "2026-02" })).toEqual([
    "2025-11",
    "2025-12",
    "2026-01",
    "2026-02",
  ]);
  expect(monthsIn({ from: "2026-02", to: "2026-01" })).toEqual([]);
});

test("the last 36 months at the end of September 2026 begin in October 2023", () => {
  expect(monthsUpTo("2026-09", 36)).toEqual({ from: "2023-10", to: "2026-09" });
});

test("a last day belongs to its month, and February knows leap years", () => {
  expect(monthOf("2026-11-22")).toBe("2026-11");
  expect(lastDayOfMonth("2024-02")).toBe("2024-02-29");
  expect(lastDayOfMonth("2025-02")).toBe("2025-02-28");
  expect(lastDayOfMonth("2025-12")).toBe("2025-12-31");
});

test("a year counts as whole only when December is in", () => {
  expect(lastWholeYear("2026-11")).toBe(2025);
  expect(lastWholeYear("2026-12")).toBe(2026);
});
