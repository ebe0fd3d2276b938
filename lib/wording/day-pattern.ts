const YEAR = 2026;
const PARTS = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;

/**
 * How a language (BCP 47 tag) writes a calendar day: `day` with `{day}`, `{month}` and `{year}` in its order, the
 * first two never parted, and its twelve `months` in the form they have in a date, between commas.
 */
export function datesOf(tag: string): { readonly day: string; readonly months: string } {
  // The questionnaire's days are Gregorian, and whoever fills the day in writes its numbers as they are.
  const locale = new Intl.Locale(tag, { calendar: "gregory", numberingSystem: "latn" });
  const format = new Intl.DateTimeFormat(locale, PARTS);
  const written = Array.from({ length: 12 }, (_, month) =>
    format.formatToParts(Date.UTC(YEAR, month, 1)),
  );
  const [first = []] = written;
  const day = first.map(({ type, value }) => (type === "literal" ? value : `{${type}}`)).join("");
  const months = written.flatMap((parts) =>
    parts.flatMap(({ type, value }) => (type === "month" ? [value] : [])),
  );
  return { day: day.replace(" ", "\u00a0"), months: months.join(",") };
}
