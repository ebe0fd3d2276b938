import { describe, expect, test } from "vitest";
import { participants, programme } from "@/lib/programme/programme";
import { type ProgrammeRule, ruleAt } from "@/lib/programme/scope";

const unit = (code: string, kind = "primary_care", predecessors: readonly string[] = []) => ({
  code,
  kind,
  predecessors,
});
const UNITS = [unit("A"), unit("B"), unit("C", "primary_care", ["A"]), unit("H", "hospital")];

const rule = (
  number: number,
  fromQuarter: ProgrammeRule["fromQuarter"],
  scope: ProgrammeRule["scope"],
  units: readonly string[] = [],
): ProgrammeRule => ({ number, fromQuarter, scope, units });

const taking = (rules: readonly ProgrammeRule[], quarter: ProgrammeRule["fromQuarter"]) => {
  const asks = participants(programme(rules, UNITS), quarter);
  return UNITS.map(({ code }) => code).filter(asks);
};

describe("who is invited is a decision with a date", () => {
  test("before any decision every unit takes part", () => {
    expect(taking([], "2026-Q4")).toEqual(["A", "B", "C", "H"]);
  });

  test("a decision holds from its quarter on, and never reaches back", () => {
    const rules = [rule(1, "2027-Q1", "all-centres")];
    expect(taking(rules, "2026-Q4")).toContain("H");
    expect(taking(rules, "2027-Q1")).toEqual(["A", "B", "C"]);
    expect(taking(rules, "2030-Q1")).toEqual(["A", "B", "C"]);
  });

  test("steps can be decided ahead: flagged centres, then all centres, then all units", () => {
    const rules = [
      rule(1, "2027-Q1", "flagged-centres", ["B"]),
      rule(2, "2027-Q3", "all-centres"),
      rule(3, "2028-Q1", "all-units"),
    ];
    expect(taking(rules, "2027-Q2")).toEqual(["B"]);
    expect(taking(rules, "2027-Q4")).toEqual(["A", "B", "C"]);
    expect(taking(rules, "2028-Q1")).toEqual(["A", "B", "C", "H"]);
  });

  test("what was decided last replaces what was decided before for the same time and later", () => {
    const rules = [rule(1, "2028-Q1", "all-centres"), rule(2, "2027-Q1", "all-units")];
    expect(ruleAt(rules, "2028-Q1")?.number).toBe(2);
    expect(ruleAt([...rules].reverse(), "2028-Q1")?.number).toBe(2);
  });

  test("a flagged centre keeps its place when it goes up into another", () => {
    expect(taking([rule(1, "2027-Q1", "flagged-centres", ["A"])], "2027-Q1")).toEqual(["A", "C"]);
  });

  test("in a region without health centres every unit is a centre", () => {
    const asks = participants(
      programme([rule(1, "2027-Q1", "all-centres")], [unit("H", "hospital")]),
      "2027-Q1",
    );
    expect(asks("H")).toBe(true);
    expect(asks("unknown")).toBe(true);
  });
});
