import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ReportRows } from "@/components/reports/data/report-rows";
import { QuarterlyReport } from "@/components/reports/quarterly/report";
import { catalogues } from "@/lib/i18n/catalogues";
import { buildReport } from "@/lib/reports/build";
import type { ReportFacts } from "@/lib/reports/facts";
import type { PublishedReport } from "@/lib/reports/snapshot";
import type { Locale } from "@/lib/wording/number";

/** A report as it would be published first. */
export function published(facts: ReportFacts): PublishedReport {
  const snapshot = buildReport(facts);
  return { version: 1, publishedOn: snapshot.due, note: null, hash: "0".repeat(64), snapshot };
}

/** The report's page as HTML. */
export function page(report: PublishedReport, locale: Locale): string {
  const address = `/reports/${report.snapshot.quarter}`;
  return markup(<QuarterlyReport report={report} address={address} query="" />, locale);
}

/** The page with every row of its data, in Swedish. */
export const rowsPage = (report: PublishedReport): string =>
  markup(<ReportRows report={report} />, "sv");

/** HTML; a text that is missing stops the test. */
function markup(node: ReactNode, locale: Locale): string {
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

/** What a reader reads: no marks, no drawings (their figures stand in the tables), ordinary spaces. */
export function text(html: string): string {
  return html
    .replaceAll(/<svg.*?<\/svg>/gs, " ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll(/[\s\u00a0\u202f]+/g, " ");
}
