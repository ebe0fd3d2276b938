import { createTranslator } from "next-intl";
import { marked, pieces } from "@/components/hr/marked";
import type { Say } from "@/components/hr/words";
import { catalogues } from "@/lib/i18n/catalogues";
import type { Locale } from "@/lib/wording/number";

/** An area's texts with the marks of their figures, as the pages put them together. */
export function saying(locale: Locale, area: string): Say {
  const messages = (catalogues(locale)[area] ?? {}) as Record<string, string>;
  return marked(
    createTranslator({
      locale,
      messages,
      onError: (error) => {
        throw error;
      },
    }),
  );
}

/** A text as it is read, without its marks. */
export function read(text: string): string {
  return pieces(text)
    .map((piece) => piece.text)
    .join("");
}
