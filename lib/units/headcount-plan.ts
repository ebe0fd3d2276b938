import { type Plan, planByKey } from "@/lib/imports/plan";
import type { HeadcountRow } from "./headcount-row";

/**
 * What importing a `headcount` file would do; a row is known by unit, month and staff group.
 * A file speaks for the units it names in the months it names: a stored row of such a unit
 * and month that is not in the file is removed, and listed.
 */
export function planHeadcount(
  stored: readonly HeadcountRow[],
  rows: readonly HeadcountRow[],
): Plan<HeadcountRow> {
  const units = new Set(rows.map((row) => row.unitCode));
  const months = new Set(rows.map((row) => row.month));
  return planByKey(stored, rows, {
    keyOf: (row) => `${row.unitCode}\n${row.month}\n${row.staffGroup}`,
    differing: (before, after) => (before.permanent === after.permanent ? [] : ["permanent"]),
    covers: (row) => units.has(row.unitCode) && months.has(row.month),
  });
}
