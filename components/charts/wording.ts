import { useLocale } from "next-intl";
import type { Locale } from "@/lib/wording/number";

/** The reader's language, as lib/wording wants it. */
export function useWordingLocale(): Locale {
  return useLocale() === "en" ? "en" : "sv";
}
