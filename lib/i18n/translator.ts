import { createTranslator } from "next-intl";
import { type Catalogue, catalogues } from "@/lib/i18n/catalogues";
import type { Locale } from "@/lib/wording/number";

export type Translator = (key: string, values?: Record<string, string | number>) => string;

/** Texts of one area outside a page, as in a mail. A missing key or value throws: better no mail than half of one. */
export function translator(locale: Locale, area: string): Translator {
  const messages: Catalogue = catalogues(locale)[area] ?? {};
  return createTranslator({
    locale,
    messages: messages as Record<string, string>,
    onError: (error) => {
      throw error;
    },
  });
}
