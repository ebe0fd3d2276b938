import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { openData, openDataCsv } from "@/lib/reports/open-data";
import { questionRows } from "@/lib/reports/question-rows";
import { UNIT_DIGITS } from "@/lib/reports/row";
import { rows } from "@/lib/reports/rows";
import { number } from "@/lib/wording/number";
import { demoFacts } from "./demo-facts";
import { page, published, rowsPage, text } from "./rendered";

const report = published(demoFacts());
const data = openData(report).rows;

function csvOf(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true, delimiter: ";", bom: true });
}

const SIGNS = { count: "", "at-least": "minst ", "at-most": "högst ", about: "ungefär " };

type Printed = { readonly id: string; readonly value: number; readonly said: string };

/** Every number on the page with the id of its row: `15,8 %`, `högst 2`. */
function printedOn(html: string): readonly Printed[] {
  const found = html.matchAll(/<data data-row="([^"]+)" value="([^"]+)">(.*?)<\/data>/gs);
  return [...found].map(([, id = "", value, inner = ""]) => ({
    id,
    value: Number(value),
    said: text(inner).trim(),
  }));
}

/** What the page should print for a row of the files. */
function expected(id: string): string {
  const row = data.find((one) => one.id === id);
  if (row === undefined || row.kind === "withheld" || row.value === undefined) return "no number";
  if (row.kind === "text" || row.unit === "text") return "no number";
  // The first of a range leaves the sign to the second: 9,3–24,7 %.
  const sign = row.unit.startsWith("percent") && row.measure !== "lower" ? " %" : "";
  const said = number(row.value, "sv", UNIT_DIGITS[row.unit]);
  return `${SIGNS[row.kind]}${said}${sign}`.replaceAll("\u202f", " ");
}

/** The share of avoidable reasons is the share of their class: one figure under two names, shown once. */
const sameAs = (id: string) =>
  id.replace(/\/avoidable$/, "/B1/avoidable").replace("/B1/B1/", "/B1/");

const html = page(report, "sv");
const printed = printedOn(html);
const shown = new Set([...html.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id));

describe("page, CSV and JSON tell the same figures", () => {
  it("holds every row of the JSON in the CSV, in the same order, with the same value", () => {
    const csv = csvOf(openDataCsv(report));
    expect(csv.map((row) => [row["id"], row["kind"], row["value"], row["reason"]])).toEqual(
      data.map(({ id, kind, value, reason }) => [id, kind, `${value ?? ""}`, reason ?? ""]),
    );
  });

  it("prints on the page the number that the files hold, with the same bound", () => {
    expect(printed.length).toBeGreaterThan(500);
    for (const { id, value, said } of printed) {
      expect({ id, value, said }).toEqual({
        id,
        value: data.find((row) => row.id === id)?.value,
        said: expected(id),
      });
    }
  });

  it("tells the paraphrases on the page that the files hold, in the same order, and nothing beside them", () => {
    const told = [...html.matchAll(/<li data-row="([^"]+)">(.*?)<\/li>/gs)];
    const rows = data.filter(({ item }) => item === "paraphrase");
    expect(rows.length).toBeGreaterThan(0);
    expect(told.map(([, id, inner = ""]) => [id, text(inner)])).toEqual(
      rows.map((row) => [row.id, row.text]),
    );
    const csv = csvOf(openDataCsv(report)).filter((row) => row["item"] === "paraphrase");
    expect(csv.map((row) => [row["id"], row["text"]])).toEqual(
      rows.map((row) => [row.id, row.text]),
    );
    for (const { series, value, reason } of rows)
      expect([series, value, reason]).toEqual(["", undefined, undefined]);
  });
});

describe("what the page shows and what the files hold", () => {
  it("prints no figure on the page that the files lack", () => {
    const known = new Set(data.map(({ id }) => id));
    expect([...shown].filter((id) => !known.has(id ?? ""))).toEqual([]);
  });

  it("gives what stands under two names one value", () => {
    const twice = data.filter(({ item }) => item === "avoidable");
    expect(twice.length).toBeGreaterThan(0);
    for (const { id, value } of twice) {
      expect(value).toBe(data.find((row) => row.id === sameAs(id))?.value);
    }
  });

  it("shows every figure of an answer on the page; questions of groups row by row on the page of data", () => {
    const answers = data.filter(
      ({ section, of }) => section === "answers" || (section === "results" && of !== ""),
    );
    const shownUnits = new Set(
      data
        .filter(
          ({ section, item, kind }) =>
            section === "results" && item === "people" && kind === "count",
        )
        .map(({ of }) => of),
    );
    const onRows = new Set([...rowsPage(report).matchAll(/<tr id="([^"]+)"/g)].map(([, id]) => id));
    expect(answers.filter(({ id }) => !onRows.has(id)).map(({ id }) => id)).toEqual([]);
    const questions = new Set(
      (report.snapshot.survey.questions?.tables ?? [])
        .filter(({ node, series, kind }) => {
          return kind !== "background" && (node !== "region" || series !== "leaver");
        })
        .flatMap((table) => questionRows(table).map(({ id }) => id)),
    );
    const missing = answers
      .filter(({ id }) => !questions.has(id))
      .filter(({ section, of }) => section === "answers" || shownUnits.has(of))
      .filter(({ id }) => !shown.has(sameAs(id)))
      .map(({ id }) => id);
    expect(missing).toEqual([]);
  });
});

describe("the files", () => {
  it("give every figure one id, and the same id for the same place a quarter earlier", () => {
    const ids = data.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const earlier = rows(published(demoFacts("2026-Q2")).snapshot).map(({ id }) => id);
    expect(earlier).toContain("answers/region/leaver/silence");
    expect(ids).toContain("answers/region/leaver/silence");
  });

  it("give a withheld figure a reason and no value at all", () => {
    const withheld = data.filter(({ kind }) => kind === "withheld");
    expect(withheld.length).toBeGreaterThan(0);
    for (const row of withheld) {
      expect(row).not.toHaveProperty("value");
      expect(row.reason).toMatch(/^[a-z-]+$/);
    }
  });

  it("let no spreadsheet take a unit's name for a formula", () => {
    const [first] = report.snapshot.turnover.units;
    if (first === undefined) throw new Error("The demonstration names no unit.");
    const named = {
      ...report,
      snapshot: {
        ...report.snapshot,
        turnover: {
          ...report.snapshot.turnover,
          units: [{ ...first, name: '=HYPERLINK("http://x";"y")' }],
        },
      },
    };
    const [row] = csvOf(openDataCsv(named)).filter(({ of }) => of === `unit:${first.code}`);
    expect(row?.["name"]).toBe(`'=HYPERLINK("http://x";"y")`);
  });

  it("open in a Swedish spreadsheet program: byte order mark, semicolons, CR LF", () => {
    const csv = openDataCsv(report);
    expect(csv.startsWith("\ufeffid;section;of;name;")).toBe(true);
    expect(csv.split("\r\n")).toHaveLength(data.length + 2);
  });
});
