import type { Locale } from "@/lib/wording/number";

/** The order of the alphabet for names, å ä ö last in Swedish and ”Enhet 2” before ”Enhet 10”. */
export function byName(locale: Locale): (a: string, b: string) => number {
  return new Intl.Collator(locale, { numeric: true }).compare;
}

/** Names as a sentence writes them: `Björken, Rönnby och Älvstranden`. Empty list: empty text. */
export function listInWords(names: readonly string[], locale: Locale): string {
  const tag = locale === "en" ? "en-GB" : "sv-SE";
  return new Intl.ListFormat(tag, { type: "conjunction" }).format(names);
}
