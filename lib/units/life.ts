import type { Day } from "@/lib/quarters/quarter";
import type { UnitRow } from "./row";

/** What other files need to know of a unit: from its first to its last day. */
export type UnitLife = Pick<UnitRow, "code" | "validFrom" | "validTo">;

/** Whether the unit existed on a day. */
export function existsOn(unit: UnitLife, day: Day): boolean {
  return unit.validFrom <= day && (unit.validTo === null || day <= unit.validTo);
}

/** Whether the unit existed on any day of a month (`YYYY-MM`). */
export function existsIn(unit: UnitLife, month: string): boolean {
  const last = unit.validTo?.slice(0, 7) ?? month;
  return unit.validFrom.slice(0, 7) <= month && month <= last;
}

/** The unit's life in a problem: `2020-01-01–2026-03-31`, open units without an end. */
export function lifeOf(unit: UnitLife): string {
  return `${unit.validFrom}–${unit.validTo ?? ""}`;
}
