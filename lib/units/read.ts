import type { Steps } from "@/lib/imports/pace";
import type { ProblemList } from "@/lib/imports/problem";
import { type Lined, type Read, readFile } from "@/lib/imports/read";
import { nodesOnCycles } from "./cycle";
import { parseUnit, UNIT_COLUMNS, type UnitRow } from "./row";

/** Reads a `units` file against the units that are stored: its rows, or every problem. */
export function readUnits(bytes: Uint8Array, stored: readonly UnitRow[]): Steps<Read<UnitRow>> {
  return readFile(bytes, {
    columns: UNIT_COLUMNS,
    parse: parseUnit,
    check: (rows, problems) => checkUnits(rows, stored, problems),
  });
}

function checkUnits(
  rows: readonly Lined<UnitRow>[],
  stored: readonly UnitRow[],
  problems: ProblemList,
): void {
  const first = new Map<string, number>();
  const units = new Map(stored.map((unit) => [unit.code, unit]));
  for (const { line, row } of rows) {
    const earlier = first.get(row.code);
    if (earlier !== undefined && row.code !== "") {
      const expected = String(earlier);
      problems.add({ code: "duplicate", line, column: "code", value: row.code, expected });
    } else {
      first.set(row.code, line);
      units.set(row.code, row);
    }
  }
  for (const { line, row } of rows) {
    for (const { column, code } of links(row)) {
      if (!units.has(code)) problems.add({ code: "unknown-unit", line, column, value: code });
    }
  }
  addCycles(rows, units, problems);
}

function links(row: UnitRow): { column: string; code: string }[] {
  const before = row.predecessors.map((code) => ({ column: "predecessors", code }));
  return row.parentCode === null
    ? before
    : [{ column: "parent_code", code: row.parentCode }, ...before];
}

/** A circle would make "belongs to" and "continues" endless. */
function addCycles(
  rows: readonly Lined<UnitRow>[],
  units: ReadonlyMap<string, UnitRow>,
  problems: ProblemList,
): void {
  for (const column of ["parent_code", "predecessors"]) {
    const targets = (unit: UnitRow) =>
      links(unit).flatMap((link) => (link.column === column ? [link.code] : []));
    const circle = nodesOnCycles(new Map([...units].map(([code, unit]) => [code, targets(unit)])));
    for (const { line, row } of rows) {
      if (!circle.has(row.code)) continue;
      problems.add({ code: "cycle", line, column, value: targets(row).join(" ") });
    }
  }
}
