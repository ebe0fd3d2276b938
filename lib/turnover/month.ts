import type { Day } from "@/lib/quarters/quarter";

/** A calendar month, `YYYY-MM`, as it stands in the headcount import. Sorts as text. */
export type Month = string;

/** A run of whole months, both ends included. */
export interface Window {
  from: Month;
  to: Month;
}

const PATTERN = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether a text from outside is a month. */
export function isMonth(text: string): text is Month {
  return PATTERN.test(text);
}

/** The month of a calendar day (`2026-11-22` → `2026-11`). */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** Months since year 0: the number line on which distance is counted. */
function ordinal(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** The month `steps` after (or, negative, before) another. */
export function shiftMonth(month: Month, steps: number): Month {
  const n = ordinal(month) + steps;
  return `${String(Math.floor(n / 12)).padStart(4, "0")}-${String((n % 12) + 1).padStart(2, "0")}`;
}

/** How many months lie from the first to the second (0 = the same, 1 = the next). */
export function monthsBetween(from: Month, to: Month): number {
  return ordinal(to) - ordinal(from);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The last calendar day of a month (`2024-02` → `2024-02-29`). */
export function lastDayOfMonth(month: Month): Day {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${month}-${number === 2 && isLeap ? 29 : DAYS[number - 1]}`;
}

/** Every month of a window, in order. */
export function monthsIn(window: Window): readonly Month[] {
  const name = `${window.from} ${window.to}`;
  const known = written.get(name);
  if (known !== undefined) return known;
  const months = Array.from({ length: lengthOf(window) }, (_, i) => shiftMonth(window.from, i));
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(name, months);
  return months;
}

/** Windows whose months are written out: thousands of units are counted over the same few. */
const written = new Map<string, readonly Month[]>();
const MOST_WRITTEN = 500;

/** How many months a window holds. */
export function lengthOf({ from, to }: Window): number {
  return Math.max(0, monthsBetween(from, to) + 1);
}

/** The `length` months that end with `to`. */
export function monthsUpTo(to: Month, length: number): Window {
  return { from: shiftMonth(to, 1 - length), to };
}

/** A calendar year as a window. */
export function yearWindow(year: number): Window {
  return { from: `${year}-01`, to: `${year}-12` };
}

/** The last calendar year that is whole at the end of `asOf`. */
export function lastWholeYear(asOf: Month): number {
  const year = Number(asOf.slice(0, 4));
  return asOf.endsWith("-12") ? year : year - 1;
}
