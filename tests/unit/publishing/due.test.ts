import { expect, test } from "vitest";
import { dueReports, isResting } from "@/lib/publishing/due";
import { noteOf } from "@/lib/publishing/note";
import { hourAt } from "@/lib/quarters/today";

const rounds = [
  { quarter: "2026-Q2", manifest: { publishes: "2026-08-15" } },
  { quarter: "2026-Q3", manifest: { publishes: "2026-11-15" } },
  { quarter: "2026-Q4", manifest: { publishes: "2027-02-15" } },
] as const;

test("a report is due from its hour on its day, and one that was missed on any hour after it", () => {
  const at = (today: string, hour: number) =>
    dueReports(rounds, new Set(["2026-Q2"]), { today, hour, from: 8 });
  expect(at("2026-11-14", 23)).toEqual([]);
  expect(at("2026-11-15", 7)).toEqual([]);
  expect(at("2026-11-15", 8)).toEqual(["2026-Q3"]);
  expect(at("2026-11-16", 0)).toEqual(["2026-Q3"]);
  expect(dueReports(rounds, new Set(), { today: "2027-02-15", hour: 8, from: 8 })).toHaveLength(3);
});

test("the hour is Sweden's, in winter and in summer", () => {
  expect(hourAt(new Date("2026-11-15T07:00:00Z"))).toBe(8);
  expect(hourAt(new Date("2026-08-15T06:59:59Z"))).toBe(8);
  expect(hourAt(new Date("2026-11-14T23:00:00Z"))).toBe(0);
});

test("a try that failed is made again after ten minutes", () => {
  const failure = { quarter: "2026-Q3", at: new Date(0), reason: "unexpected" } as const;
  expect(isResting(failure, new Date(599_999))).toBe(true);
  expect(isResting(failure, new Date(600_000))).toBe(false);
  expect(isResting(undefined, new Date(0))).toBe(false);
});

test("a correction says what it changes, in a few words", () => {
  expect(noteOf("  Antalet på\n Björken är rättat. ")).toBe("Antalet på Björken är rättat.");
  expect(noteOf("  ")).toBeNull();
  expect(noteOf("x".repeat(301))).toBeNull();
});
