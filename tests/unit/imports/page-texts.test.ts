import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { FORMATS } from "@/lib/imports/formats";
import { IMPORT_KINDS, shownPlan } from "@/lib/imports/kind-plan";
import { PROBLEM_CODES } from "@/lib/imports/problem";

const texts = (locale: string) =>
  JSON.parse(readFileSync(`lib/i18n/messages/${locale}/import-page.json`, "utf8"));

const UNIT = {
  code: "V1",
  name: "Björken",
  kind: "care",
  parentCode: null,
  peerGroup: null,
  validFrom: "2020-01-01",
  validTo: null,
  predecessors: [],
};

describe.each(["sv", "en"])("the import page in %s", (locale) => {
  const page = texts(locale);

  test("names every problem and every kind of departure", () => {
    expect(Object.keys(page.problemName).sort()).toEqual([...PROBLEM_CODES].sort());
    expect(Object.keys(page.departureKind).sort()).toEqual([...DEPARTURE_KINDS].sort());
  });

  test("explains every column of every file, and no other", () => {
    for (const kind of IMPORT_KINDS) {
      const { required, optional } = FORMATS[kind];
      expect(Object.keys(page.format[kind]).sort()).toEqual([...required, ...optional].sort());
    }
  });

  test("has a heading for every value that it shows", () => {
    const plan = { added: [UNIT], changed: [], unchanged: 0, removed: [] };
    const fields = Object.keys(shownPlan({ kind: "units", plan }, 1).added.first[0] ?? {});
    expect(Object.keys(page.field)).toEqual(expect.arrayContaining(fields));
  });
});
