import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ReportRows } from "@/components/reports/data/report-rows";
import { catalogues } from "@/lib/i18n/catalogues";
import { rows } from "@/lib/reports/rows";
import { demoFacts } from "./demo-facts";
import { ofManyUnits } from "./many-units";
import { page, published, text } from "./rendered";

const report = ofManyUnits(published(demoFacts()), 700);
const { units } = report.snapshot.turnover;

const dataPage = renderToStaticMarkup(
  <NextIntlClientProvider locale="sv" messages={catalogues("sv")} timeZone="Europe/Stockholm">
    <ReportRows report={report} />
  </NextIntlClientProvider>,
);

describe("the report of a region with thousands of units", () => {
  const html = page(report, "sv");
  const said = text(html);

  it("names every unit that it is about, with its turnover, and says where the other figures are", () => {
    expect(units.filter(({ name }) => !said.includes(`${name} `))).toEqual([]);
    expect(said).toContain("Rapporten nämner 700 enheter.");
    expect(said).toContain("Så många resultat visas inte här: 1 400 enheter");
    for (const { code } of units) {
      expect(html).toContain(`turnover/unit:${code}/rate-pooled/externalExcl`);
    }
  });

  it("stays a page that a telephone can read, as does the page of its rows, and the files have every figure", () => {
    expect(html.length).toBeLessThan(1_000_000);
    expect(dataPage.length).toBeLessThan(1_000_000);
    expect(text(dataPage)).toContain("Raderna för varje enhet finns i rapportens filer.");
    expect(rows(report.snapshot).length).toBeGreaterThan(20_000);
  });
});
