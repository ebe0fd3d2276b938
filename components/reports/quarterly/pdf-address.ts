import type { Locale } from "@/lib/wording/number";

/** Where a report is as PDF. `query`: `?version=1` for an older one. */
export function pdfAddress(address: string, query: string, locale: Locale): string {
  if (locale === "sv") return `${address}.pdf${query}`;
  return `${address}.pdf${query}${query === "" ? "?" : "&"}language=${locale}`;
}
