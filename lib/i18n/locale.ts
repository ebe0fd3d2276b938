import type { Locale } from "@/lib/wording/number";

export const LOCALES = ["sv", "en"] as const satisfies readonly Locale[];

export const isLocale = (text: string | undefined): text is Locale =>
  LOCALES.some((locale) => locale === text);

/** The chosen language; Swedish until another is chosen. */
export function localeOf(chosen: string | undefined): Locale {
  return isLocale(chosen) ? chosen : "sv";
}
