/** A survey round's calendar quarter, as it stands in addresses and files: `2026-Q3`. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** A calendar day, `YYYY-MM-DD`, without a time zone: what an employment record holds. */
export type Day = string;

const PATTERN = /^(\d{4})-Q([1-4])$/;

/** Whether a text from outside is a quarter. */
export function isQuarter(text: string): text is Quarter {
  return PATTERN.test(text);
}

/** The quarter of a calendar day (`2026-11-22` → `2026-Q4`). */
export function quarterOf(day: Day): Quarter {
  return `${Number(day.slice(0, 4))}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` as Quarter;
}

/** Quarters since year 0: the number line on which distance is counted. */
function ordinal(quarter: Quarter): number {
  const [year, number] = quarter.split("-Q");
  return Number(year) * 4 + Number(number) - 1;
}

/** The quarter `steps` after (or, negative, before) another. */
export function shiftQuarter(quarter: Quarter, steps: number): Quarter {
  const n = ordinal(quarter) + steps;
  return `${Math.floor(n / 4)}-Q${(n % 4) + 1}` as Quarter;
}

/** How many quarters lie from the first to the second (0 = the same, 1 = the next). */
export function quartersBetween(from: Quarter, to: Quarter): number {
  return ordinal(to) - ordinal(from);
}

const LAST_DAYS = ["03-31", "06-30", "09-30", "12-31"] as const;

/** The last calendar day of a quarter. */
export function lastDayOf(quarter: Quarter): Day {
  const [year, number] = quarter.split("-Q");
  return `${year}-${LAST_DAYS[Number(number) - 1]}`;
}

/** The first calendar day of a quarter. */
export function firstDayOf(quarter: Quarter): Day {
  const [year, number] = quarter.split("-Q");
  return `${year}-${String(Number(number) * 3 - 2).padStart(2, "0")}-01`;
}

/** The day `days` after (or, negative, before) another. */
export function shiftDay(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
