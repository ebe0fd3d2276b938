import { type Day, firstDayOf, type Quarter } from "@/lib/quarters/quarter";
import { lastDayOfMonth, type Month, monthOf, shiftMonth } from "@/lib/turnover/month";

/** The month `offset` months from the open quarter's first month (−1 = the last closed month). */
export function monthAt(open: Quarter, offset: number): Month {
  return shiftMonth(monthOf(firstDayOf(open)), offset);
}

/** A day of the month `offset` months from the open quarter's first; a day past the month's end is its last. */
export function dayAt(open: Quarter, offset: number, day: number): Day {
  const month = monthAt(open, offset);
  const last = lastDayOfMonth(month);
  const wanted = `${month}-${String(day).padStart(2, "0")}`;
  return wanted < last ? wanted : last;
}

/** The offset of January, `years` years before the open quarter's year. */
export function januaryOffset(open: Quarter, years: number): number {
  return -12 * years - (Number(firstDayOf(open).slice(5, 7)) - 1);
}
