import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SERVER_SETTINGS } from "@/lib/db/server-settings";
import { ROLES } from "@/lib/env";
import { settingsReference } from "@/lib/env/reference";
import standard from "@/lib/survey/default-questionnaire.json";
import { itemsOf, optionsOf } from "@/lib/survey/items";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { factsOfCode } from "./documents/facts";
import { codeProblem, codesOf, figuresOf, isAddressOf, problemsOf } from "./documents/problems";

const facts = await factsOfCode();
const textOf = (name: string) => readFileSync(`docs/${name}`, "utf8");
const names = readdirSync("docs").filter((name) => name.endsWith(".md"));

/** Written for people who cannot look a figure up in the code. (The privacy notice is made of the page's own text.) */
const FOR_THE_REGION = [
  "auditors-handbook.md",
  "dpia.md",
  "hr-handbook.md",
  "operators-handbook.md",
  "processor-agreement-annex.md",
  "record-of-processing.md",
  "runbook.md",
];

describe("the documents", () => {
  test.each([...names.map((name) => `docs/${name}`), "README.md"])(
    "%s names nothing that the code does not have",
    (file) => {
      expect(problemsOf(facts, { file, text: readFileSync(file, "utf8") })).toEqual([]);
    },
  );

  test.each(FOR_THE_REGION)("%s says of every length of time what it rests on", (name) => {
    const lengths =
      /\d\s(?:dag|dygn|timm|minut|sekund|månad|veck|år\b|day|hour|minute|month|week|year)\p{L}*(?!.{0,12}<!-- (?:= \w+|law|proposed) -->)/gu;
    expect(textOf(name).match(lengths) ?? []).toEqual([]);
  });

  test("use every figure that is kept true for them", () => {
    const used = names.flatMap((name) => figuresOf(textOf(name))).map(({ name }) => name);
    expect(Object.keys(facts.figures).filter((name) => !used.includes(name))).toEqual([]);
  });

  test("do not say that something is missing when it is there", () => {
    const missing = [...textOf("not-yet.md").matchAll(/<!-- until (.+?) -->/g)];
    expect(missing.length).toBe(textOf("not-yet.md").match(/^\* /gm)?.length ?? 0);
    const there = missing.map(([, what = ""]) => what).filter((what) => !codeProblem(facts, what));
    expect(there, "take these lines out of not-yet.md and describe what is there now").toEqual([]);
  });
});

describe("what a document must have", () => {
  test("the impact assessment says of every table what it holds of people", () => {
    const codes = codesOf(textOf("dpia.md"));
    expect([...facts.tables.keys()].filter((table) => !codes.includes(table))).toEqual([]);
  });

  test("the impact assessment names every answer that the questionnaire itself calls sensitive", () => {
    const options = itemsOf(questionnaireSchema.parse(standard)).flatMap(optionsOf);
    const sensitive = [...new Set(options.filter((one) => one.sensitive).map(({ code }) => code))];
    expect(sensitive.length).toBeGreaterThan(2);
    const codes = codesOf(textOf("dpia.md"));
    expect(sensitive.filter((code) => !codes.includes(code))).toEqual([]);
  });

  test("the reference of settings is what the code validates at the start, word by word", () => {
    expect(textOf("settings.md")).toBe(settingsReference());
    const rows = [...textOf("settings.md").matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    expect([...facts.settings].filter((name) => !rows.includes(name))).toEqual([]);
    const connections = rows.flatMap((name) => name?.match(/(?<=^DATABASE_URL_)\w+/g) ?? []);
    expect(connections).toEqual(Object.keys(ROLES).map((role) => role.toUpperCase()));
  });

  test("the runbook says what every measured value is", () => {
    expect(facts.measured.size).toBeGreaterThan(7);
    const codes = codesOf(textOf("runbook.md"));
    expect([...facts.measured].filter((name) => !codes.includes(name))).toEqual([]);
  });

  test("the runbook names every setting that the collector's database server must have", () => {
    const wanted = Object.entries(SERVER_SETTINGS).map(([name, value]) => `${name} = ${value}`);
    expect(wanted.filter((line) => !textOf("runbook.md").includes(line))).toEqual([]);
  });

  test.each([
    ["hr-handbook.md", "hr"],
    ["operators-handbook.md", "operator"],
    ["auditors-handbook.md", "auditor"],
  ])("%s names every page of its readers", (name, area) => {
    const codes = codesOf(textOf(name));
    const pages = facts.routes.filter((route) => route.split("/")[1] === area);
    const files = pages.filter((route) => facts.exists(`app${route}/page.tsx`));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((page) => !codes.some((code) => isAddressOf(page, code)))).toEqual([]);
  });
});

const problemsIn = (text: string) => problemsOf(facts, { file: "docs/threat-model.md", text });

describe("broken on purpose, and caught", () => {
  test.each([
    ["a table", "`identity.units`", "`identity.people`"],
    ["a column", "`identity.units.peer_group`", "`identity.units.colour`"],
    ["a command", "`sorti round peel QUARTER --out FILE`", "`sorti round open-all`"],
    ["a command's option", "`sorti invite --dry-run`", "`sorti invite --everybody`"],
    ["a command's argument", "`sorti round status`", "`sorti round status 2026-Q3`"],
    ["a command in a block", "    sorti keys verify 1", "    sorti keys check 1"],
    ["a page", "`/hr/units/CODE`", "`/hr/people`"],
    ["a call", "`POST /api/survey/responses`", "`POST /api/survey/answers`"],
    ["a setting", "`SORTI_REGION`", "`SORTI_COUNTY`"],
    ["a role", "`sorti_printer`", "`sorti_reviewer`"],
    ["a figure", "60 dagar<!-- = LINK_DAYS_AFTER -->", "90 dagar<!-- = LINK_DAYS_AFTER -->"],
    ["a figure's name", "30<!-- = CELL_MIN -->", "30<!-- = CELL_LEAST -->"],
    ["a figure that is not there", "30<!-- = CELL_MIN -->", "thirty<!-- = CELL_MIN -->"],
    ["a file", "`tests/attack/roles.test.ts`", "`tests/attack/rules.test.ts`"],
    [
      "a test's title",
      "`tests/attack/roles.test.ts: broken on purpose, and caught`",
      "`tests/attack/roles.test.ts: nobody can do anything`",
    ],
    ["a link", "[attacks](attacks.md)", "[attacks](attack.md)"],
    ["a link's heading", "[remains](#what-remains)", "[remains](#what-is-left)"],
  ])("%s that does not exist", (_what, right, wrong) => {
    expect(problemsIn(`It is ${right}.\n${right}\n`)).toEqual([]);
    expect(problemsIn(`It is ${wrong}.\n${wrong}\n`).length).toBeGreaterThan(0);
  });
});
