import type { Problem, ProblemList } from "@/lib/imports/problem";
import { type Lined, type Read, readFile } from "@/lib/imports/read";
import { HEADCOUNT_COLUMNS, type HeadcountRow, parseHeadcount } from "./headcount-row";
import { existsIn, lifeOf, type UnitLife } from "./life";

/** Reads a `headcount` file against the stored units: its rows, or every problem. */
export function readHeadcount(bytes: Uint8Array, units: readonly UnitLife[]): Read<HeadcountRow> {
  return readFile(bytes, {
    columns: HEADCOUNT_COLUMNS,
    parse: parseHeadcount,
    check: (rows, problems) => checkHeadcount(rows, units, problems),
  });
}

function checkHeadcount(
  rows: readonly Lined<HeadcountRow>[],
  units: readonly UnitLife[],
  problems: ProblemList,
): void {
  const lives = new Map(units.map((unit) => [unit.code, unit]));
  const lines = new Map<string, Map<string, number>>();
  for (const { line, row } of rows) {
    if (row.unitCode === "" || row.month === "") continue;
    const at = unitProblem(row, lives.get(row.unitCode));
    if (at) problems.add({ ...at, line });
    const key = `${row.unitCode}\n${row.month}`;
    const groups = lines.get(key) ?? new Map<string, number>();
    lines.set(key, groups);
    const twice = groupProblem(row, groups);
    if (twice) problems.add({ ...twice, line });
    else groups.set(row.staffGroup, line);
  }
}

type Found = Omit<Problem, "line">;

function unitProblem(row: HeadcountRow, unit: UnitLife | undefined): Found | null {
  const { unitCode, month } = row;
  if (!unit) return { code: "unknown-unit", column: "unit_code", value: unitCode };
  if (existsIn(unit, month)) return null;
  return { code: "outside-life", column: "month", value: month, expected: lifeOf(unit) };
}

/** A unit's month is either one number or one for each group: both together would count people twice. */
function groupProblem(row: HeadcountRow, groups: ReadonlyMap<string, number>): Found | null {
  const same = groups.get(row.staffGroup);
  if (same !== undefined) {
    const column = row.staffGroup === "" ? "month" : "staff_group";
    const value = row.staffGroup || row.month;
    return { code: "duplicate", column, value, expected: String(same) };
  }
  const [other] = groups;
  if (!other || (other[0] !== "" && row.staffGroup !== "")) return null;
  const expected = String(other[1]);
  return { code: "mixed-staff-groups", column: "staff_group", value: row.staffGroup, expected };
}
