import { expect, test } from "vitest";
import { cutoffsAt } from "@/lib/disposal/cutoffs";
import { KEPT } from "@/lib/disposal/disposal";
import { SCHEDULE } from "@/lib/disposal/schedule";
import { monthsBefore, ruleOf } from "@/lib/disposal/term";
import { scheduleInWords } from "@/lib/disposal/words";
import { DRAFT_MINUTES } from "@/lib/drafts/data";
import { translator } from "@/lib/i18n/translator";
import { UNDO_DAYS } from "@/lib/imported/undo";
import { factsOfCode } from "../../architecture/documents/facts";

const facts = await factsOfCode();

test("every table of both databases stands in the schedule, and the schedule names none that is not there", () => {
  const named = SCHEDULE.flatMap(({ where }) => where as readonly string[]);
  const tables = [...facts.tables].filter(([, columns]) => columns !== null).map(([name]) => name);
  expect(tables.filter((table) => !named.includes(table))).toEqual([]);
  const columns = [...facts.tables].flatMap(([table, names]) =>
    [...(names ?? [])].map((name) => `${table}.${name}`),
  );
  expect(named.filter((name) => !tables.includes(name) && !columns.includes(name))).toEqual([]);
});

test("no table is promised two different ends", () => {
  const named = SCHEDULE.flatMap(({ where }) => where as readonly string[]);
  expect(named).toHaveLength(new Set(named).size);
});

test("the lengths in the schedule are those that the code keeps", () => {
  const rule = (id: string) => {
    const found = SCHEDULE.find((entry) => entry.id === id);
    return found && ruleOf(found.term);
  };
  expect(rule("import-drafts")).toBe(`${DRAFT_MINUTES} minutes after upload`);
  expect(rule("import-undos")).toBe(`${UNDO_DAYS} days after import`);
  expect(rule("picked-up")).toBe(`${KEPT.refusedDays} days after refusal`);
  expect(rule("other-returns")).toBe(`${KEPT.refusedDays} days after arrival`);
  expect(rule("answers")).toBe("at mixed");
  expect(rule("statistics")).toBe("kept");
});

test("days are counted in Sweden, and a month has the days that it has", () => {
  expect(cutoffsAt(new Date("2027-01-29T23:30:00Z"))).toMatchObject({
    today: "2027-01-30",
    history: "2026-12-01",
    talks: "2026-01-30",
    pseudonyms: "2022-01-30",
  });
  expect(monthsBefore("2028-02-29", 24)).toBe("2026-02-28");
  expect(monthsBefore("2026-03-31", 1)).toBe("2026-02-28");
});

test.each(["sv", "en"] as const)("every class can be read in %s", (locale) => {
  const words = scheduleInWords(translator(locale, "disposal"));
  expect(words.map(({ id }) => id)).toEqual(SCHEDULE.map(({ id }) => id));
  expect(words.filter(({ what, term, why }) => !(what && term && why))).toEqual([]);
});

/** The schedule as a document, made of the page's own sentences. */
function written(): string {
  const sv = scheduleInWords(translator("sv", "disposal"));
  const en = scheduleInWords(translator("en", "disposal"));
  const where = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ") || "–";
  return [
    "# Gallringsplan",
    "Så länge finns det som Sorti lagrar, och så försvinner det. Planen är samma lista som programmet följer: `sorti purge --dry-run` visar vad den ger i dag, `/auditor/disposal` vad som gallrats. [Regionens beslut: datum, diarienummer. Det som sparas prövas mot regionens egen informationshanteringsplan.]",
    "| uppgifter | hos | var | tas bort | av | skäl |\n|---|---|---|---|---|---|",
    ...sv.map(
      (one) =>
        `| ${one.what} | ${one.side} | ${where(one.where)} | ${one.term} | ${one.by} | ${one.why} |`,
    ),
    "## In English",
    "The same list; the tables stand above, in the same order.",
    "| data | with | goes | through |\n|---|---|---|---|",
    ...en.map((one) => `| ${one.what} | ${one.side} | ${one.term} | ${one.by} |`),
  ]
    .join("\n\n")
    .replaceAll("|\n\n|", "|\n|")
    .concat("\n");
}

test("the document is the list that the program follows", async () => {
  await expect(written()).toMatchFileSnapshot("../../../docs/disposal-schedule.md");
});
