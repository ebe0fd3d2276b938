import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import enCharts from "@/lib/i18n/messages/en/charts.json";
import enCommon from "@/lib/i18n/messages/en/common.json";
import enFigures from "@/lib/i18n/messages/en/figures.json";
import svCharts from "@/lib/i18n/messages/sv/charts.json";
import svCommon from "@/lib/i18n/messages/sv/common.json";
import svFigures from "@/lib/i18n/messages/sv/figures.json";

export const CATALOGUES = {
  sv: { charts: svCharts, common: svCommon, figures: svFigures },
  en: { charts: enCharts, common: enCommon, figures: enFigures },
};

/** What a reader's browser gets, with every missing text an error. */
export function rendered(node: ReactNode, locale: "sv" | "en" = "sv"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={CATALOGUES[locale]}
      timeZone="Europe/Stockholm"
      onError={(error) => {
        throw error;
      }}
    >
      {node}
    </NextIntlClientProvider>,
  );
}
