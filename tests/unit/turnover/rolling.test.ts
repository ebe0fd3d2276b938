import { describe, expect, test } from "vitest";
import { definitionAt, definitions } from "@/lib/turnover/definition";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { rollingTurnover } from "@/lib/turnover/rolling";
import { centre, leaving } from "../hr-view/region";

const roll = (unit: ReturnType<typeof centre>, breaks: { month: string }[] = []) =>
  rollingTurnover(
    { unit, breaks: breaks.map(({ month }) => ({ month, predecessors: [] })) },
    "2025-11",
    "externalExcl",
    MOTION_POLICY,
  );

describe("Turnover in twelve months at a time", () => {
  test("goes quarter by quarter from the first whole year to the last whole quarter", () => {
    const points = roll(centre("A", "Alnäs", 20, leaving(2022, 4)));
    expect(points.map(({ quarter }) => quarter)).toEqual([
      ...["2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1"],
      ...["2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"],
    ]);
    expect(points[0]?.period.rates.externalExcl).toMatchObject({ kind: "rate", value: 0.2 });
    // January to March 2022 have fallen out, April's is left.
    expect(points[1]?.period.departures.externalExcl).toBe(1);
  });

  test("leaves out every twelve months that a break falls in", () => {
    const quarters = roll(centre("A", "Alnäs", 20, []), [{ month: "2024-01" }]).map(
      ({ quarter }) => quarter,
    );
    expect(quarters).not.toContain("2024-Q3");
    expect(quarters).toContain("2023-Q4");
    expect(quarters).toContain("2024-Q4");
  });

  test("of too few staff, or without headcounts, is nothing", () => {
    expect(roll(centre("S", "Smått", 4, []))).toEqual([]);
    expect(roll(centre("T", "Tomt", 4, [], { headcount: {} }))).toEqual([]);
  });
});

test("every month has a definition, and its version says from when it applies", () => {
  expect(definitionAt("1999-01").version).toBe("turnover-1");
  expect(definitionAt("2026-11").version).toBe("turnover-1");
  expect(definitions().map(({ version, from }) => [version, from])).toEqual([["turnover-1", null]]);
});
