import type { Day } from "@/lib/quarters/quarter";
import { meanHeadcount } from "./exposure";
import { type Month, monthOf } from "./month";
import type { YearTurnover } from "./summary";
import type { UnitMonths } from "./unit-months";

/**
 * What cannot be so in a unit's data. `more-left`: more left in a year than were employed on average.
 * `left-before`, `left-after`, `staff-before`, `staff-after`: departures (people) or headcounts (months) before the
 * unit's first day or after its last. They are counted as they were brought in: this only says so.
 */
export type Contradiction =
  | {
      readonly kind: "more-left";
      readonly year: number;
      readonly left: number;
      readonly mean: number;
    }
  | {
      readonly kind: "left-before" | "left-after" | "staff-before" | "staff-after";
      readonly count: number;
    };

/** A unit's contradictions, those of years first. `years`: its summary's. */
export function contradictions(
  unit: UnitMonths,
  years: readonly YearTurnover[],
): readonly Contradiction[] {
  const { validFrom, validTo } = unit;
  const outside: Contradiction[] = [];
  if (validFrom !== null) {
    outside.push(
      { kind: "left-before", count: leaving(unit, (day) => day < validFrom) },
      { kind: "staff-before", count: staffed(unit, (month) => month < monthOf(validFrom)) },
    );
  }
  if (validTo !== null) {
    outside.push(
      { kind: "left-after", count: leaving(unit, (day) => day > validTo) },
      { kind: "staff-after", count: staffed(unit, (month) => month > monthOf(validTo)) },
    );
  }
  return [...years.flatMap(tooMany), ...outside.filter((one) => "count" in one && one.count > 0)];
}

function leaving({ departures }: UnitMonths, isOutside: (day: Day) => boolean): number {
  return departures.filter(({ lastDay }) => isOutside(lastDay)).length;
}

function staffed({ headcount }: UnitMonths, isOutside: (month: Month) => boolean): number {
  return Object.entries(headcount).filter(([month, n]) => n > 0 && isOutside(month)).length;
}

function tooMany({ year, exposure, departures }: YearTurnover): Contradiction[] {
  if (typeof exposure === "string") return [];
  const mean = meanHeadcount(exposure);
  const left = departures.external;
  return left > mean ? [{ kind: "more-left", year, left, mean }] : [];
}
