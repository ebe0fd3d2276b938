import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { translator } from "@/lib/i18n/translator";
import { catalogue } from "@/lib/reports/catalogue";
import { openData } from "@/lib/reports/open-data";
import { openDataSchema } from "@/lib/reports/open-data-schema";
import { rowWords } from "@/lib/reports/row-words";
import { rows } from "@/lib/reports/rows";
import { demoFacts } from "./demo-facts";
import { published } from "./rendered";

const report = published(demoFacts());
const data = openData(report);
const say = { sv: translator("sv", "report-data"), en: translator("en", "report-data") };
const facts = {
  ...{ origin: "https://sorti.example.se", region: "Region Norrsjö", operator: "Mätbyrån Norr" },
  ...{ contact: "mailto:svara@sorti.example", isPublic: true, say },
};

describe("the schema of the open data", () => {
  it("describes the report's JSON file, and refuses a withheld figure that carries a value", () => {
    expect(openDataSchema.parse(data)).toEqual(data);
    const at = data.rows.findIndex(({ kind }) => kind === "withheld");
    const leaking = data.rows.map((row, i) => (i === at ? { ...row, value: 7 } : row));
    expect(openDataSchema.safeParse({ ...data, rows: leaking }).success).toBe(false);
  });

  it("is a JSON Schema that says what every column means", () => {
    const schema = z.toJSONSchema(openDataSchema);
    expect(schema.$schema).toContain("json-schema.org");
    expect(JSON.stringify(schema)).toContain("there is no value anywhere");
  });
});

describe("the data dictionary", () => {
  it.each(["sv", "en"] as const)(
    "has words for every row, of whom and what it is (%s)",
    (locale) => {
      const numeral = (n: number) => `${n}`;
      const words = { say: translator(locale, "report"), numeral, locale };
      const said = rowWords(report.snapshot, words, say[locale]);
      const all = rows(report.snapshot).map((row) => [said.of(row), said.what(row)]);
      expect(all.flat().filter((text) => text === "")).toEqual([]);
      expect(all).toContainEqual([
        "Björken",
        locale === "sv"
          ? "Personalomsättning 2025: utan ålderspension och dödsfall"
          : "Staff turnover 2025: without retirement and deaths",
      ]);
    },
  );

  it("explains every column, measure, unit and reason that a file can hold", () => {
    const dictionary = JSON.parse(readFileSync("lib/i18n/messages/sv/report-data.json", "utf8"));
    const held = <K extends "item" | "unit" | "reason">(key: K) =>
      [...new Set(data.rows.map((row) => `${row[key] ?? ""}`))].filter((code) => code !== "");
    const asked = new Map(
      data.questions.map(({ item }) => [item, item.replace(/^\w+/, "QUESTION")]),
    );
    const items = held("item").map((item) => {
      return Object.hasOwn(dictionary.items, item)
        ? item
        : (asked.get(item) ?? item.replace(/^rate-\d{4}$/, "rate-year"));
    });
    expect(Object.keys(dictionary.items)).toEqual(expect.arrayContaining(items));
    expect(Object.keys(dictionary.units)).toEqual(expect.arrayContaining(held("unit")));
    expect(Object.keys(dictionary.reasons)).toEqual(expect.arrayContaining(held("reason")));
  });
});

describe("the catalogue for data portals", () => {
  const described = catalogue([report], facts);
  const [dataset] = described["dcat:dataset"];

  it("names a dataset for each quarter with its files, months, licence and publisher in both languages", () => {
    expect(described["@type"]).toBe("dcat:Catalog");
    expect(dataset?.["dct:title"]).toEqual([
      { "@value": "Kvartalsrapport juli–september 2026", "@language": "sv" },
      { "@value": "Quarterly report July–September 2026", "@language": "en" },
    ]);
    expect(dataset?.["dct:temporal"]).toMatchObject({
      "dcat:startDate": { "@value": "2026-07-01" },
      "dcat:endDate": { "@value": "2026-09-30" },
    });
    expect(dataset?.["dcat:distribution"].map((file) => file["dcat:downloadURL"]["@id"])).toEqual(
      ["/data.csv", "/data.json", ".pdf"].map(
        (path) => `https://sorti.example.se/reports/2026-Q3${path}`,
      ),
    );
    expect(JSON.stringify(dataset?.["dct:accessRights"])).toContain("PUBLIC");
  });

  it("says that access is restricted where the reports are not public", () => {
    const [closed] = catalogue([report], { ...facts, isPublic: false })["dcat:dataset"];
    expect(closed?.["dct:accessRights"]["@id"]).toMatch(/RESTRICTED$/);
  });
});
