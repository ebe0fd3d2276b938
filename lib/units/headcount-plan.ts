import { type Plan, planByKey } from "@/lib/imports/plan";
import type { HeadcountRow } from "./headcount-row";

/** Names a stored row: the table has it once. */
export function headcountKey({ unitCode, month, staffGroup }: HeadcountRow): string {
  return `${unitCode}\n${month}\n${staffGroup}`;
}

/**
 * What importing a `headcount` file would do; a row is known by unit, month and staff group.
 * A file speaks for the units it names in the months it names: a stored row of such a unit
 * and month that is not in the file is removed, and listed.
 *
 * @param months those of the whole file, where the rows are a part of it: some of its units'
 */
export function planHeadcount(
  stored: readonly HeadcountRow[],
  rows: readonly HeadcountRow[],
  months: ReadonlySet<string> = monthsOf(rows),
): Plan<HeadcountRow> {
  const units = new Set(rows.map((row) => row.unitCode));
  return planByKey(stored, rows, {
    keyOf: headcountKey,
    differing: (before, after) => (before.permanent === after.permanent ? [] : ["permanent"]),
    covers: (row) => units.has(row.unitCode) && months.has(row.month),
  });
}

/** The months that rows speak of. */
export function monthsOf(rows: readonly HeadcountRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ month }) => month));
}

/** Rows in parts of about so many, in the order of the units' first rows; a unit's rows stay together, in their order. */
export function* wholeUnits(
  rows: readonly HeadcountRow[],
  atLeast: number,
): Generator<readonly HeadcountRow[]> {
  const byUnit = new Map<string, HeadcountRow[]>();
  for (const row of rows) {
    const own = byUnit.get(row.unitCode) ?? [];
    own.push(row);
    byUnit.set(row.unitCode, own);
  }
  let part: HeadcountRow[] = [];
  for (const own of byUnit.values()) {
    part.push(...own);
    if (part.length < atLeast) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
