import { type Plan, planByKey } from "@/lib/imports/plan";
import type { UnitRow } from "./row";

const FIELDS = ["name", "kind", "parentCode", "peerGroup", "validFrom", "validTo"] as const;

/**
 * What importing a `units` file would do; a unit is known by its code.
 * Nothing is ever removed: headcount and departures hang on a unit, so it ends by `valid_to`,
 * and a file may hold only the units that are new or different.
 */
export function planUnits(stored: readonly UnitRow[], rows: readonly UnitRow[]): Plan<UnitRow> {
  return planByKey(stored, rows, {
    keyOf: (unit) => unit.code,
    differing: (before, after) => [
      ...FIELDS.filter((field) => before[field] !== after[field]),
      ...(sameCodes(before.predecessors, after.predecessors) ? [] : (["predecessors"] as const)),
    ],
    covers: () => false,
  });
}

function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join(" ") === b.toSorted().join(" ");
}
