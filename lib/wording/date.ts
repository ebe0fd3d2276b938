import { type Day, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { dateFormat } from "@/lib/wording/formats";
import type { Locale } from "@/lib/wording/number";

const NO_BREAK = "\u00a0";

/** British order in English, so that the day stands first in both languages. */
const TAG = { sv: "sv-SE", en: "en-GB" } as const;

/** A calendar day has no zone: it is read and written as UTC, so no reader's zone can shift it. */
function write(day: Day, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const format = dateFormat(TAG[locale], { ...options, timeZone: "UTC" });
  return format.format(Date.parse(`${day.length === 7 ? `${day}-01` : day}T00:00:00Z`));
}

/** `2026-11-16` → `16 november 2026`; the day never parts from its month. */
export function dayInWords(day: Day, locale: Locale): string {
  const words = write(day, locale, { day: "numeric", month: "long", year: "numeric" });
  return words.replace(" ", NO_BREAK);
}

const MOMENT = { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Stockholm" } as const;

/** A moment as the clocks in Sweden show it: `22 november 2026 kl. 10:28`. */
export function momentInWords(moment: Date, locale: Locale): string {
  const words = dateFormat(TAG[locale], MOMENT).format(moment);
  return words.replace(" ", NO_BREAK);
}

/** `2026-11-16` → `16 november`, where the year is plain from the context. */
export function dayAndMonth(day: Day, locale: Locale): string {
  return write(day, locale, { day: "numeric", month: "long" }).replace(" ", NO_BREAK);
}

/** `2026-11` (or any day in it) → `november 2026`. */
export function monthInWords(month: string, locale: Locale): string {
  return write(month, locale, { month: "long", year: "numeric" });
}

const QUARTER = { sv: "kvartal", en: "quarter" } as const;

/** `2026-Q3` → `kvartal 3 2026`. */
export function quarterInWords(quarter: Quarter, locale: Locale): string {
  const [year, n] = quarter.split("-Q");
  return `${QUARTER[locale]}${NO_BREAK}${n} ${year}`;
}

/** Quarters in their order, runs of three or more as ranges: `kvartal 1 2026 – kvartal 4 2026`, each an entry of a list. */
export function quarterRuns(quarters: readonly Quarter[], locale: Locale): readonly string[] {
  const runs: Quarter[][] = [];
  for (const quarter of quarters) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && shiftQuarter(last, 1) === quarter) run.push(quarter);
    else runs.push([quarter]);
  }
  return runs.flatMap((run) => {
    const words = run.map((quarter) => quarterInWords(quarter, locale));
    return run.length < 3 ? words : [`${words[0]} – ${words.at(-1)}`];
  });
}

/** `2026-Q3` → `juli–september 2026`. */
export function quarterMonths(quarter: Quarter, locale: Locale): string {
  const [year, n] = quarter.split("-Q");
  const month = (m: number) => `${year}-${String(m).padStart(2, "0")}`;
  const last = Number(n) * 3;
  const first = write(month(last - 2), locale, { month: "long" });
  return `${first}–${monthInWords(month(last), locale)}`;
}
