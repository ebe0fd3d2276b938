import { FIRST_TERMS } from "@/lib/changes/terms";
import { type Day, firstDayOf, lastDayOf, type Quarter, shiftDay } from "@/lib/quarters/quarter";

/** A round's dates, Europe/Stockholm. */
export type Calendar = {
  readonly opens: Day;
  readonly issuingStops: Day;
  readonly receivingStops: Day;
  readonly publishes: Day;
};

/** Days from the quarter's end to the report: six weeks and a half, mid-month. */
const PUBLISHED_AFTER_DAYS = 46;

/**
 * The ordinary calendar of a quarter: open from its first to its last day, published 46 days later.
 * `graceDays`: from the end of issuing to the end of receiving.
 */
export function calendarOf(quarter: Quarter, graceDays = FIRST_TERMS.graceDays): Calendar {
  const last = lastDayOf(quarter);
  return {
    opens: firstDayOf(quarter),
    issuingStops: last,
    receivingStops: shiftDay(last, graceDays),
    publishes: shiftDay(last, PUBLISHED_AFTER_DAYS),
  };
}

const DAY_SECONDS = 24 * 3600;

/**
 * How long answers on their way are received when issuing stops: what was signed, or longer where the installation
 * says so. `setting`: seconds; `demo`: it alone decides.
 */
export function graceSecondsOf(
  { issuingStops, receivingStops }: Pick<Calendar, "issuingStops" | "receivingStops">,
  setting: number,
  demo: boolean,
): number {
  const days = (Date.parse(receivingStops) - Date.parse(issuingStops)) / (DAY_SECONDS * 1000);
  return demo ? setting : Math.max(setting, days * DAY_SECONDS);
}
