import { languageCookie } from "@/lib/auth/cookie";
import { localeOf } from "@/lib/i18n/locale";
import type { Locale } from "@/lib/wording/number";

/**
 * Of a page that the server hands out as markup. No script is on it, so none may run; nothing else comes from elsewhere
 * either. Fetching from here is left open for the tools that judge a page: from within it, they look for robots.txt.
 */
export const PAGE_HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
};

/** The language that a reader's cookies have chosen. */
export function chosenLocale(cookies = ""): Locale {
  const begins = `${languageCookie().name}=`;
  const chosen = cookies.split(/;\s*/).find((one) => one.startsWith(begins));
  return localeOf(chosen?.slice(begins.length));
}

/** The cookie of a reader who has chosen this language and nothing else. */
export const languageAlone = (locale: Locale): string => `${languageCookie().name}=${locale}`;
