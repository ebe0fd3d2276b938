import { type Day, firstDayOf, lastDayOf, type Quarter } from "@/lib/quarters/quarter";

/** A round's dates, Europe/Stockholm. */
export type Calendar = {
  readonly opens: Day;
  readonly issuingStops: Day;
  readonly receivingStops: Day;
  readonly publishes: Day;
};

/** Days from the end of issuing to the end of receiving: 72 hours (design 2, step 9). */
const GRACE_DAYS = 3;
/** Days from the quarter's end to the report: six weeks and a half, mid-month. */
const PUBLISHED_AFTER_DAYS = 46;

function plusDays(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The ordinary calendar of a quarter: open from its first to its last day, published 46 days later. */
export function calendarOf(quarter: Quarter): Calendar {
  const last = lastDayOf(quarter);
  return {
    opens: firstDayOf(quarter),
    issuingStops: last,
    receivingStops: plusDays(last, GRACE_DAYS),
    publishes: plusDays(last, PUBLISHED_AFTER_DAYS),
  };
}
