import { batches } from "@/lib/imports/batches";
import { type LongPlan, type Plan, planByKey } from "@/lib/imports/plan";
import type { HeadcountRow } from "./headcount-row";
import { type PackedHeadcount, packedChanges, packedHeadcount } from "./packed-headcount";

/** Names a stored row: the table has it once. */
function headcountKey({ unitCode, month, staffGroup }: HeadcountRow): string {
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
export function monthsOf(rows: Iterable<HeadcountRow>): ReadonlySet<string> {
  const months = new Set<string>();
  for (const { month } of rows) months.add(month);
  return months;
}

/** A plan that is made part by part, some units at a time. */
export function packedPlan() {
  const [added, changed, removed] = [packedHeadcount(), packedChanges(), packedHeadcount()];
  let unchanged = 0;
  return {
    add: (part: Plan<HeadcountRow>): void => {
      for (const row of part.added) added.add(row);
      for (const change of part.changed) changed.add(change);
      for (const row of part.removed) removed.add(row);
      unchanged += part.unchanged;
    },
    whole: (): LongPlan<HeadcountRow> => ({ added, changed, unchanged, removed }),
  };
}

/** Rows in parts of about so many; a unit's rows stay together. */
export function* wholeUnits(
  rows: Pick<PackedHeadcount, "byUnit">,
  atLeast: number,
): Generator<readonly HeadcountRow[]> {
  let part: HeadcountRow[] = [];
  for (const own of rows.byUnit()) {
    part.push(...own);
    if (part.length < atLeast) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** One array a column: a file of a million months takes seconds, where a value a parameter takes minutes. */
export const HEADCOUNT_ROWS = 20_000;

/** Rows as columns, as a statement takes them. */
export function columnsOf(rows: readonly HeadcountRow[]) {
  return {
    units: rows.map(({ unitCode }) => unitCode),
    months: rows.map(({ month }) => month),
    groups: rows.map(({ staffGroup }) => staffGroup),
    permanent: rows.map(({ permanent }) => permanent),
  };
}

/** The rows as they stand once a plan is carried out, some at a time. */
export function* writtenParts(
  plan: Pick<LongPlan<HeadcountRow>, "added" | "changed">,
): Generator<readonly HeadcountRow[]> {
  yield* batches(plan.added, HEADCOUNT_ROWS);
  for (const changes of batches(plan.changed, HEADCOUNT_ROWS)) {
    yield changes.map(({ after }) => after);
  }
}
