import { numberFormat } from "@/lib/wording/formats";

/** The languages the product speaks. */
export type Locale = "sv" | "en";

const THIN = "\u202f";
const EN_DASH = "–";

/** Intl groups Swedish thousands with a wide no-break space; print wants the thin one. */
function thin(text: string): string {
  return text.replaceAll("\u00a0", THIN);
}

/** A number with a fixed count of decimals: `10 000`, `12,5` / `10,000`, `12.5`. */
export function number(x: number, locale: Locale, digits = 0): string {
  const format = numberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return thin(format.format(x));
}

/** The sign before a language's decimals (BCP 47 tag), where the numbers themselves are 0 to 9. */
export function decimalOf(tag: string): string {
  const locale = new Intl.Locale(tag, { numberingSystem: "latn" });
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

/** A share (0.125) as per cent: `12,5 %` with a thin no-break space, `12.5%` in English. */
export function percent(share: number, locale: Locale, digits = 1): string {
  return number(share * 100, locale, digits) + (locale === "sv" ? `${THIN}%` : "%");
}

/** Two numbers as a range with an en dash: `9,4–25,0`. */
export function range(low: number, high: number, locale: Locale, digits = 0): string {
  return number(low, locale, digits) + EN_DASH + number(high, locale, digits);
}

/** Two shares as a range, the sign said once: `9,4–25,0 %`. */
export function percentRange(low: number, high: number, locale: Locale, digits = 1): string {
  return number(low * 100, locale, digits) + EN_DASH + percent(high, locale, digits);
}

/** Two years, or two ready texts, as a range: `2023–2025`. Years take no thousands space. */
export function span(from: string | number, to: string | number): string {
  return `${from}${EN_DASH}${to}`;
}
