import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { OverTime } from "@/components/reports/data/over-time";
import { catalogues } from "@/lib/i18n/catalogues";
import { shiftQuarter } from "@/lib/quarters/quarter";
import { buildReport } from "@/lib/reports/build";
import {
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
    const width = last?.survey.pictures[0]?.width?.share;
    const silence = last && UNCERTAIN.silence(last);
    expect(silence).toMatchObject({ low: (silence?.n ?? 0) - (width ?? 0) });
    expect(last && UNCERTAIN.rate(last)?.n).toBeCloseTo(7.4, 1);
  });

  it("name every unit that any of them names, and say of each whether it is chance", () => {
    const html = renderToStaticMarkup(
      <NextIntlClientProvider locale="sv" messages={catalogues("sv")} timeZone="Europe/Stockholm">
        <OverTime shown={shown} to={TO} />
      </NextIntlClientProvider>,
    );
    const said = text(html);
    expect(namedUnits(shown).map(({ name }) => name)).toContain("Björken");
    for (const { name } of namedUnits(shown)) expect(said).toContain(name);
    expect(said).toContain("Kan vara slump.");
    expect(html).toContain('href="/reports/2025-Q3"');
  });
});
