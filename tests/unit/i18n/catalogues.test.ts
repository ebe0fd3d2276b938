import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogues } from "@/lib/i18n/catalogues";
import { translator } from "@/lib/i18n/translator";
import { placeholders, texts } from "./reading";

const swedish = catalogues("sv");
const english = catalogues("en");
const areas = Object.keys(swedish).sort();

const textsOf = (all: typeof swedish, area: string) => texts(all[area] ?? {});
const offenders = (all: typeof swedish, area: string, wrong: RegExp) =>
  textsOf(all, area).filter(([, text]) => wrong.test(text));

test("every area exists in both languages, and the folder is really read", () => {
  expect(Object.keys(english).sort()).toEqual(areas);
  expect(areas).toEqual(
    readdirSync("lib/i18n/messages/sv")
      .map((name) => name.replace(".json", ""))
      .sort(),
  );
  expect(areas).toEqual(expect.arrayContaining(["common", "errors", "mail", "signin", "start"]));
});

describe.each(areas)("the texts of %s", (area) => {
  test("say the same things in both languages", () => {
    const keys = (all: typeof swedish) => textsOf(all, area).map(([key]) => key);
    expect(keys(english).sort()).toEqual(keys(swedish).sort());
  });

  test("are filled in with the same facts in both languages", () => {
    const needs = (all: typeof swedish) =>
      Object.fromEntries(textsOf(all, area).map(([key, text]) => [key, placeholders(text)]));
    expect(needs(english)).toEqual(needs(swedish));
  });

  test("are never empty", () => {
    expect(offenders(swedish, area, /^\s*$/)).toEqual([]);
    expect(offenders(english, area, /^\s*$/)).toEqual([]);
  });

  test("never shout", () => {
    expect(offenders(swedish, area, /!/)).toEqual([]);
    expect(offenders(english, area, /!/)).toEqual([]);
  });

  test("quote with real quotation marks: ”så” in Swedish, “so” in English", () => {
    expect(offenders(swedish, area, /["“‘]/)).toEqual([]);
    expect(offenders(english, area, /"|„/)).toEqual([]);
  });

  test("have no typewriter apostrophe", () => {
    expect(offenders(swedish, area, /'/)).toEqual([]);
    expect(offenders(english, area, /\w'\w/)).toEqual([]);
  });

  test("write a range with an en dash and never set a dash tight or long", () => {
    // A date in digits, as files have it, is no range.
    const range = /(?<![\d-])(?!\d{4}-\d\d(-\d\d)?(?![\d-]))\d+-\d|—| - /;
    expect(offenders(swedish, area, range)).toEqual([]);
    expect(offenders(english, area, range)).toEqual([]);
  });

  test("keep a Swedish figure and its percent sign together", () => {
    expect(offenders(swedish, area, /[\d}] ?%/)).toEqual([]);
  });
});

test("a text that does not exist is an error, not a hole", () => {
  expect(() => translator("sv", "mail")("invitation.nothing")).toThrow();
  expect(() => translator("sv", "nothing")("title")).toThrow();
});

test("a text whose facts are missing is an error, not a hole", () => {
  expect(() => translator("en", "mail")("invitation.ask")).toThrow();
});

test("the names in a message are found, however deep they stand", () => {
  expect(placeholders("{n, plural, =0 {ingen} other {# av {total}}} i {unit}")).toEqual([
    "n",
    "total",
    "unit",
  ]);
  expect(placeholders("Läs <b>allt</b>")).toEqual(["<b>"]);
});
