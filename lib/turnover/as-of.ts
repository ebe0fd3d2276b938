import {
  type Day,
  firstDayOf,
  lastDayOf,
  type Quarter,
  shiftQuarter,
} from "@/lib/quarters/quarter";
import { lastDayOfMonth, type Month, monthOf, shiftMonth } from "./month";
import type { UnitMonths } from "./unit-months";

/** How far back a last import is looked for. */
const FARTHEST = 24;

/**
 * The newest whole month before `today` at whose end at least half of the open units have a headcount,
 * so that one early file does not leave all the others without figures. Null when there is none in two
 * years.
 */
export function asOfMonth(units: readonly UnitMonths[], today: Day): Month | null {
  for (let back = 1; back <= FARTHEST; back += 1) {
    const month = shiftMonth(monthOf(today), -back);
    const open = units.filter((unit) => isOpen(unit, lastDayOfMonth(month)));
    const known = open.filter(({ headcount }) => headcount[month] !== undefined);
    if (known.length > 0 && known.length * 2 >= open.length) return month;
  }
  return null;
}

function isOpen({ validFrom, validTo }: UnitMonths, day: Day): boolean {
  return (validFrom ?? day) <= day && day <= (validTo ?? day);
}

/**
 * The quarter's last month, or the newest one of the quarter that the employer has reported: the report
 * goes out on its date and says how far its figures reach. With none of them, the last month blocks it.
 */
export function reportMonth(units: readonly UnitMonths[], quarter: Quarter): Month {
  const known = asOfMonth(units, firstDayOf(shiftQuarter(quarter, 1)));
  const first = monthOf(firstDayOf(quarter));
  return known !== null && known >= first ? known : monthOf(lastDayOf(quarter));
}
