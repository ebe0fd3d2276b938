import { type Plan, planByKey } from "@/lib/imports/plan";
import type { SignalRow } from "./signal";

/** Names a stored signal: the table has it once. */
export function keyOf({ unitCode, period, signal }: SignalRow): string {
  return `${unitCode}\n${period}\n${signal}`;
}

/**
 * What importing a `signals` file would do. A file speaks for the units it names, and of each signal for the periods
 * it names: sick leave can be sent without touching the employee survey.
 */
export function planSignals(
  stored: readonly SignalRow[],
  rows: readonly SignalRow[],
): Plan<SignalRow> {
  const units = new Set(rows.map(({ unitCode }) => unitCode));
  const told = new Set(rows.map(({ period, signal }) => `${period}\n${signal}`));
  return planByKey(stored, rows, {
    keyOf,
    differing: (before, after) =>
      (["value", "answers"] as const).filter((field) => before[field] !== after[field]),
    covers: ({ unitCode, period, signal }) =>
      units.has(unitCode) && told.has(`${period}\n${signal}`),
  });
}
