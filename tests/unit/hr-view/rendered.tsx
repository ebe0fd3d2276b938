import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { catalogues } from "@/lib/i18n/catalogues";
import type { Locale } from "@/lib/wording/number";

/** A page of HR's as a browser gets it; a missing text, fact or mark is an error. */
export function page(node: ReactNode, locale: Locale = "sv"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={catalogues(locale)}
      timeZone="Europe/Stockholm"
      onError={(error) => {
        throw error;
      }}
    >
      {node}
    </NextIntlClientProvider>,
  );
}

/** The text of a page, without its tags. */
export function textOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " ");
}
