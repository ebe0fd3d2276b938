import { describe, expect, test } from "vitest";
import { straight } from "@/lib/imports/pace";
import { readHeadcount } from "@/lib/units/headcount-read";
import { existsIn, existsOn } from "@/lib/units/life";

const UNITS = [
  { code: "A", validFrom: "2020-02-15", validTo: "2026-03-01" },
  { code: "B", validFrom: "2015-01-01", validTo: null },
];
const read = (...lines: string[]) => {
  const header = "unit_code,month,permanent_headcount,staff_group";
  return listed(new TextEncoder().encode([header, ...lines].join("\n")));
};
function listed(bytes: Uint8Array) {
  const found = straight(readHeadcount(bytes, UNITS));
  return found.ok ? { ...found, rows: [...found.rows] } : found;
}
const problems = (...lines: string[]) => {
  const found = read(...lines);
  return found.ok ? [] : found.problems.listed;
};

describe("a headcount file", () => {
  test("gives people per unit, month and staff group", () => {
    expect(read("A,2026-01,24,", "B,2026-01,7,nurse", "B,2026-01,3,physician")).toEqual({
      ok: true,
      rows: [
        { unitCode: "A", month: "2026-01", permanent: 24, staffGroup: "" },
        { unitCode: "B", month: "2026-01", permanent: 7, staffGroup: "nurse" },
        { unitCode: "B", month: "2026-01", permanent: 3, staffGroup: "physician" },
      ],
    });
  });

  test("needs no staff group", () => {
    const bytes = new TextEncoder().encode("month;unit_code;permanent_headcount\n2026-01;B;0\n");
    expect(listed(bytes)).toEqual({
      ok: true,
      rows: [{ unitCode: "B", month: "2026-01", permanent: 0, staffGroup: "" }],
    });
  });

  test("tells what is no month and no number of people", () => {
    expect(problems("B,2026-13,24,", "B,2026-1,24,", 'B,2026-03,"12,5",', "B,2026-04,-2,")).toEqual(
      [
        { code: "bad-month", line: 2, column: "month", value: "2026-13" },
        { code: "bad-month", line: 3, column: "month", value: "2026-1" },
        { code: "bad-number", line: 4, column: "permanent_headcount", value: "12,5" },
        { code: "negative-number", line: 5, column: "permanent_headcount", value: "-2" },
      ],
    );
  });

  test("tells of unknown units and of months when the unit did not exist", () => {
    expect(problems("X,2026-01,24,", "A,2020-01,24,", "A,2020-02,24,", "A,2026-04,1,")).toEqual([
      { code: "unknown-unit", line: 2, column: "unit_code", value: "X" },
      {
        code: "outside-life",
        line: 3,
        column: "month",
        value: "2020-01",
        expected: "2020-02-15–2026-03-01",
      },
      {
        code: "outside-life",
        line: 5,
        column: "month",
        value: "2026-04",
        expected: "2020-02-15–2026-03-01",
      },
    ]);
  });

  test("never counts people twice", () => {
    expect(problems("B,2026-01,24,", "B,2026-01,25,", "B,2026-01,7,nurse")).toEqual([
      { code: "duplicate", line: 3, column: "month", value: "2026-01", expected: "2" },
      {
        code: "mixed-staff-groups",
        line: 4,
        column: "staff_group",
        value: "nurse",
        expected: "2",
      },
    ]);
    expect(problems("B,2026-01,7,nurse", "B,2026-01,8,nurse")).toEqual([
      { code: "duplicate", line: 3, column: "staff_group", value: "nurse", expected: "2" },
    ]);
  });
});

test("a unit exists from its first to its last day, both included", () => {
  const unit = { code: "A", validFrom: "2020-02-15", validTo: "2026-03-01" };
  const days = ["2020-02-14", "2020-02-15", "2026-03-01", "2026-03-02"];
  expect(days.map((day) => existsOn(unit, day))).toEqual([false, true, true, false]);
  expect(["2020-01", "2020-02", "2026-03", "2026-04"].map((m) => existsIn(unit, m))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
