import { readFileSync } from "node:fs";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { PaperReport } from "@/components/reports/quarterly/paper-report";
import { catalogues } from "@/lib/i18n/catalogues";
import { translator } from "@/lib/i18n/translator";
import { drawingStyle } from "@/lib/paper/drawing-style";
import { takeDrawings } from "@/lib/paper/drawings";
import { withRowHeads } from "@/lib/paper/row-heads";
import { REPORT_SHEET } from "@/lib/paper/sheet";
import type { Quarter } from "@/lib/quarters/quarter";
import type { PublishedReport } from "@/lib/reports/snapshot";
import { quarterMonths } from "@/lib/wording/date";
import type { Locale } from "@/lib/wording/number";

/** What `paper.ts` asks of a thread. */
export type PaperJob = {
  readonly report: PublishedReport;
  readonly locale: Locale;
  /** Where the installation is: `https://sorti.example.se`. */
  readonly origin: string;
  /** `mailto:` or `https:`: where questions go. */
  readonly contact?: string;
};

const { report, locale, origin, contact } = workerData as PaperJob;

const looks = (name: string) =>
  readFileSync(path.resolve("components", "ui", `${name}.css`), "utf8");

function markup(): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={catalogues(locale)}
      timeZone="Europe/Stockholm"
    >
      <PaperReport report={report} origin={origin} contact={contact} />
    </NextIntlClientProvider>,
  );
}

/** The page's own markup, set by Typst as PDF/UA. */
function typeset(): Uint8Array {
  const style = drawingStyle(looks("properties"), [looks("pictures"), looks("marks")]);
  const { markup: content, drawings } = takeDrawings(markup(), style);
  const t = translator(locale, "report");
  const { quarter, operator } = report.snapshot;
  const inputs = {
    report: `<main>${content}</main>`,
    drawings: JSON.stringify(drawings),
    title: t("paper.title", {
      months: quarterMonths(quarter as Quarter, locale),
      version: report.version,
    }),
    author: operator,
    language: locale,
  };
  const document = { mainFileContent: REPORT_SHEET, inputs };
  return withRowHeads(NodeCompiler.create().pdf(document, { pdfStandard: "ua-1" }));
}

parentPort?.postMessage(typeset());
