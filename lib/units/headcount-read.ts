import type { Steps } from "@/lib/imports/pace";
import { type Problem, type ProblemList, problemList } from "@/lib/imports/problem";
import { type Read, readLines } from "@/lib/imports/read";
import { HEADCOUNT_COLUMNS, type HeadcountRow, parseHeadcount } from "./headcount-row";
import { existsIn, lifeOf, type UnitLife } from "./life";
import { type PackedHeadcount, packedHeadcount } from "./packed-headcount";

/** A file's rows, or every problem. */
export type ReadHeadcount =
  | { readonly ok: true; readonly rows: PackedHeadcount }
  | Extract<Read<HeadcountRow>, { ok: false }>;

/** Reads a `headcount` file against the stored units. Its rows are packed as they come: there may be a million. */
export function* readHeadcount(
  bytes: Uint8Array,
  units: readonly UnitLife[],
): Steps<ReadHeadcount> {
  const problems = problemList();
  const rows = packedHeadcount();
  const check = headcountCheck(units, problems);
  const report = yield* readLines(bytes, HEADCOUNT_COLUMNS, problems, (line) => {
    const row = parseHeadcount(line);
    check(row, line.line);
    rows.add(row);
  });
  return report.listed.length === 0 ? { ok: true, rows } : { ok: false, problems: report };
}

/** Of a unit: month → the line of its row without a group, or its groups' lines. */
type UnitLines = Map<string, number | Map<string, number>>;

/** What is wrong with a row in itself and against those before it. */
function headcountCheck(
  units: readonly UnitLife[],
  problems: ProblemList,
): (row: HeadcountRow, line: number) => void {
  const lives = new Map(units.map((unit) => [unit.code, unit]));
  const lines = new Map<string, UnitLines>();
  return (row, line) => {
    if (row.unitCode === "" || row.month === "") return;
    const at = unitProblem(row, lives.get(row.unitCode));
    if (at) problems.add({ ...at, line });
    const own: UnitLines = lines.get(row.unitCode) ?? new Map();
    lines.set(row.unitCode, own);
    const twice = noteLine(row, line, own);
    if (twice) problems.add({ ...twice, line });
  };
}

/** Notes a row's line; the problem, if its unit and month have been told otherwise before. */
function noteLine({ month, staffGroup }: HeadcountRow, line: number, own: UnitLines): Found | null {
  const known = own.get(month);
  // The usual case keeps a number: half a million maps of one entry each would fill the memory.
  if (known === undefined && staffGroup === "") {
    own.set(month, line);
    return null;
  }
  const groups = typeof known === "number" ? new Map([["", known]]) : (known ?? new Map());
  const twice = groupProblem({ month, staffGroup }, groups);
  if (twice === null) own.set(month, groups.set(staffGroup, line));
  return twice;
}

type Found = Omit<Problem, "line">;

function unitProblem(row: HeadcountRow, unit: UnitLife | undefined): Found | null {
  const { unitCode, month } = row;
  if (!unit) return { code: "unknown-unit", column: "unit_code", value: unitCode };
  if (existsIn(unit, month)) return null;
  return { code: "outside-life", column: "month", value: month, expected: lifeOf(unit) };
}

/** A unit's month is either one number or one for each group: both together would count people twice. */
function groupProblem(
  row: Pick<HeadcountRow, "month" | "staffGroup">,
  groups: ReadonlyMap<string, number>,
): Found | null {
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
