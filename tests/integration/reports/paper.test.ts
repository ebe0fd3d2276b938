import { beforeAll, describe, expect, it } from "vitest";
import { paperOf } from "@/app/reports/paper/paper";
import { pdfInfo } from "../../support/pdf-info";
import { pdfPages, pdfSource } from "../../support/pdf-text";
import { demoFacts } from "../../unit/reports/demo-facts";
import { ofManyUnits } from "../../unit/reports/many-units";
import { page, published, text } from "../../unit/reports/rendered";

const ORIGIN = "https://sorti.example.se";
const report = published(demoFacts());

/** Without what a line or a page may break: spaces, hyphens, and joints that are not seen. */
const tight = (said: string) => said.replaceAll(/[\s\u00ad\u200b\u2060-]/g, "");

/** What stands in each element of these names on the page. */
function saidIn(html: string, tags: string): readonly string[] {
  const screenOnly =
    /<p class="files noprint">.*?<\/p>|<summary>.*?<\/summary>|<a class="noprint".*?<\/a>|<a href="#.*?<\/a>/gs;
  const found = html
    .replaceAll(screenOnly, "")
    .matchAll(new RegExp(`<(${tags})[ >].*?</\\1>`, "gs"));
  return [...found].map(([all]) => tight(text(all))).filter((said) => said !== "");
}

const ANSWERS = {
  sv: [
    "Fyra av 30 vårdcentraler har haft minst 10 % personalomsättning varje år 2023–2025.",
    "På Björken och Älvstranden är avgångarna fler än slumpen brukar ge.",
    "säger att det viktigaste skälet fanns på arbetsplatsen",
    "en är klar med sin åtgärd och två arbetar med sina.",
    "Beslutat men inte påbörjat: Samtal om arbetsbelastning",
  ],
  en: [
    "Four of 30 health centres have had a staff turnover of at least 10% every year 2023–2025.",
    "At Björken and Älvstranden there are more departures than chance usually gives.",
    "say that the main reason was at the workplace",
    "one has completed the action and two are working on it.",
    "Decided but not begun: Samtal om arbetsbelastning",
  ],
} as const;

describe.each(["sv", "en"] as const)("the report on paper (%s)", (locale) => {
  const html = page(report, locale);
  let pdf: Uint8Array;
  let pages: readonly string[];

  beforeAll(async () => {
    pdf = await paperOf({ report, locale, origin: ORIGIN });
    pages = pdfPages(pdf).map(tight);
  });

  it("holds every row of every table of the page, figure by figure, in the same order", () => {
    const whole = pages.join("");
    const rows = saidIn(html, "tr");
    expect(rows.length).toBeGreaterThan(140);
    expect(rows.filter((row) => !whole.includes(row))).toEqual([]);
    let from = 0;
    for (const said of saidIn(html, "h2|h3|caption")) {
      const at = whole.indexOf(said, from);
      expect(at, said).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });

  it("says every sentence of the page in the same words", () => {
    const whole = pages.join("");
    const said = saidIn(html, "h1|p|li|dt|dd|blockquote|figcaption");
    expect(said.length).toBeGreaterThan(60);
    expect(said.filter((sentence) => !whole.includes(sentence))).toEqual([]);
  });

  it("answers the five questions on its first page, in order", () => {
    const first = pages[0] ?? "";
    const places = ANSWERS[locale].map((answer) => first.indexOf(tight(answer)));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("is tagged as PDF/UA: language, title, one main heading, heads of columns, and words for every drawing", () => {
    const source = pdfSource(pdf).join("\n");
    const count = (pattern: RegExp) => source.match(pattern)?.length ?? 0;
    expect(source).toMatch(/pdfuaid:part>1</);
    expect(source).toMatch(new RegExp(`/Lang \\(${locale}`));
    expect(count(/\/S \/H1\b/g)).toBe(1);
    // One section more: which version it is.
    expect(count(/\/S \/H2\b/g)).toBe((html.match(/<h2/g)?.length ?? 0) + 1);
    const tables = html.match(/<table/g)?.length ?? 0;
    expect([count(/\/S \/Table\b/g), count(/\/S \/THead\b/g)]).toEqual([tables, tables]);
    const heads = (scope: string) =>
      html.match(new RegExp(`<th[^>]* scope="${scope}"`, "g"))?.length;
    const tagged = (scope: string) =>
      count(new RegExp(`/S /TH\\b(?:(?!endobj)[\\s\\S])*?/Scope /${scope}\\b`, "g"));
    expect([tagged("Column"), tagged("Row")]).toEqual([heads("col"), heads("row")]);
    expect(count(/\/S \/TH\b/g)).toBe(tagged("Column") + tagged("Row"));
    const drawings = html.match(/<div class="drawing /g)?.length ?? 0;
    const named = count(/\/S \/Figure\b(?:(?!endobj)[\s\S])*?\/Alt /g);
    expect([count(/\/S \/Figure\b/g), named]).toEqual([drawings, drawings]);
  });

  it("is read as a tagged document by a program of others: title, heads in order, tables with heads, no error", () => {
    const { about, structure, errors } = pdfInfo(pdf);
    expect(errors).toEqual([]);
    expect(about).toMatch(/^Tagged: +yes$/m);
    expect(about).toMatch(/^Suspects: +no$/m);
    const title = locale === "sv" ? "Kvartalsrapport juli–september 2026" : "Quarterly report July";
    expect(about).toMatch(new RegExp(`^Title: +${title}`, "m"));
    const levels = [...structure.matchAll(/^ *H(\d)\b/gm)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.length).toBeGreaterThan(15);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
    const tables = structure.split(/^ *Table\b.*$/m).slice(1);
    expect(tables).toHaveLength(html.match(/<table/g)?.length ?? 0);
    expect(tables.filter((table) => !/^ *TH\b/m.test(table))).toEqual([]);
  });

  it("is set once: whoever asks again gets the same bytes", async () => {
    expect(await paperOf({ report, locale, origin: ORIGIN })).toBe(pdf);
  });
});

describe.each(["sv", "en"] as const)("whoever reads the paper (%s)", (locale) => {
  let pdf: Uint8Array;

  beforeAll(async () => {
    pdf = await paperOf({ report, locale, origin: ORIGIN });
  });

  it("says where it is for ever, with its figures and the register of versions: in words and as links", () => {
    const whole = pdfPages(pdf).map(tight).join("");
    const links = [
      ...pdfSource(pdf)
        .join("\n")
        .matchAll(/\/URI \(([^)]*)\)/g),
    ].map(([, to]) => to);
    for (const at of ["/2026-Q3/v/1", "/2026-Q3/data?version=1", ""]) {
      expect(whole).toContain(tight(`sorti.example.se/reports${at}`));
      expect(links).toContain(`${ORIGIN}/reports${at}`);
    }
  });

  it("tells a reader aloud which words are in another language", () => {
    const other = locale === "sv" ? "en" : "sv";
    const spoken =
      pdfSource(pdf)
        .join("\n")
        .match(new RegExp(`/Lang \\(${other}`, "g")) ?? [];
    const marked = page(report, locale).match(new RegExp(`<span lang="${other}">`, "g")) ?? [];
    expect(spoken.length > 0).toBe(marked.length > 0);
    expect(marked.length > 20).toBe(locale === "en");
  });
});

it("sets the report of a region with thousands of units, and names every unit that the page names", async () => {
  const large = ofManyUnits(report, 700);
  const whole = pdfPages(await paperOf({ report: large, locale: "sv", origin: ORIGIN }))
    .map(tight)
    .join("");
  const { units } = large.snapshot.turnover;
  const names = units.map(({ name }) => name);
  expect(names.filter((name) => !whole.includes(tight(name)))).toEqual([]);
});
