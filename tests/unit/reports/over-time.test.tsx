import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { OverTime } from "@/components/reports/data/over-time";
import { catalogues } from "@/lib/i18n/catalogues";
import { shiftQuarter } from "@/lib/quarters/quarter";
import { buildReport } from "@/lib/reports/build";
import {
  COUNTED,
  listMoved,
  movedBetween,
  namedUnits,
  UNCERTAIN,
  yearEarlier,
  yearOfReports,
} from "@/lib/reports/over-time";
import { demoFacts } from "./demo-facts";
import { text } from "./rendered";

const TO = "2026-Q3";
const quarters = [-5, -4, -3, -2, -1, 0].map((steps) => shiftQuarter(TO, steps));
const snapshots = quarters.map((quarter) => buildReport(demoFacts(quarter)));
const shown = yearOfReports(snapshots, TO);

describe("reports side by side", () => {
  it("show a year, and compare the last with the one that has no month and no answer in common with it", () => {
    expect(shown.map(({ quarter }) => quarter)).toEqual(quarters.slice(1));
    const year = yearEarlier(shown, TO);
    expect(year?.quarter).toBe("2025-Q3");
    expect(year && year.survey.to < (shown.at(-1)?.survey.from ?? "")).toBe(true);
    expect(yearEarlier(shown.slice(1), TO)).toBeUndefined();
  });

  it("say that a figure moved only when the spans do not meet", () => {
    const at = (n: number, width: number) => ({ n, low: n - width, high: n + width });
    expect(movedBetween(at(40, 5), at(52, 5))).toBe("up");
    expect(movedBetween(at(52, 5), at(40, 5))).toBe("down");
    expect(movedBetween(at(40, 5), at(50, 5))).toBe("chance");
    expect(movedBetween(null, at(50, 5))).toBe("unknown");
  });

  it("take each figure with the uncertainty that its own report states", () => {
    const [last] = snapshots.slice(-1);
    const width = last?.survey.pictures[0]?.width;
    const silence = last && UNCERTAIN.silence(last);
    const avoidable = last && UNCERTAIN.avoidable(last);
    // Fewer people have had a talk than have answered: their share is the less certain one.
    expect(width?.silence).toBeGreaterThan(width?.share ?? Number.NaN);
    expect(silence).toMatchObject({ low: (silence?.n ?? 0) - (width?.silence ?? 0) });
    expect(avoidable).toMatchObject({ low: (avoidable?.n ?? 0) - (width?.share ?? 0) });
    for (const report of snapshots) {
      expect(UNCERTAIN.silence(report)?.high ?? 0).toBeLessThanOrEqual(100);
    }
    expect(last && UNCERTAIN.rate(last)?.n).toBeCloseTo(7.4, 1);
  });

  const side = (reports: typeof shown) => (
    <NextIntlClientProvider locale="sv" messages={catalogues("sv")} timeZone="Europe/Stockholm">
      <OverTime shown={reports} to={TO} />
    </NextIntlClientProvider>
  );

  it("head the page with what happened to the list, and never with that nothing did when it did", () => {
    const year = yearEarlier(shown, TO);
    const last = shown.at(-1);
    if (year === undefined || last === undefined) throw new Error("Two reports are missing.");
    const without = { ...year, turnover: { ...year.turnover, units: [] } };
    expect(listMoved(without, last)).toBe("number");
    expect(listMoved(last, last)).toBe("same");
    const said = text(renderToStaticMarkup(side([without, ...shown.slice(1)])));
    expect(said).toContain("Fyra vårdcentraler står på listan, mot ingen för ett år sedan");
    expect(said).toContain("På två av dem är avgångarna fler än slumpen brukar ge.");
    expect(said).toContain("hela kalenderår: 2023–2025 nu, 2022–2024 för ett år sedan.");
    expect(said).not.toContain("Ingen siffra har flyttat sig");
  });

  it("count as each report does: what it prioritises is what stands here, in scope and beside", () => {
    for (const report of shown) {
      const under = (word: string) =>
        report.turnover.units.filter(({ verdict }) => verdict.word === word).length;
      expect(COUNTED.prioritise(report) + COUNTED.othersPrioritise(report)).toBe(
        under("prioritise"),
      );
      expect(COUNTED.signal(report) + COUNTED.othersSignal(report)).toBe(under("new-signal"));
    }
    expect(text(renderToStaticMarkup(side(shown)))).toContain("Vårdcentraler på listan");
  });

  it("name every unit that any of them names, and say of each whether it is chance", () => {
    const html = renderToStaticMarkup(side(shown));
    const said = text(html);
    expect(namedUnits(shown).map(({ name }) => name)).toContain("Björken");
    for (const { name } of namedUnits(shown)) expect(said).toContain(name);
    expect(said).toContain("Kan vara slump.");
    expect(html).toContain('href="/reports/2025-Q3"');
  });
});
