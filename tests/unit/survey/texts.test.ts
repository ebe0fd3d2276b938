import { expect, test } from "vitest";
import standard from "@/lib/survey/default-questionnaire.json";
import { readJsonDocument } from "@/lib/survey/json-document";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { allTexts, withTexts } from "@/lib/survey/texts";
import { readQuestionnaire } from "@/lib/survey/validate";
import { wordsAt } from "@/lib/survey/words-at";
import { tiny } from "./tiny";

test("every text of the standard questionnaire has a place of its own", () => {
  const paths = allTexts(questionnaireSchema.parse(standard)).map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(150);
  expect(new Set(paths).size).toBe(paths.length);
});

test("whoever edits sees what each text is: the question, its headings, and which answer under which", () => {
  const reason = allTexts(tiny).filter(({ at }) => at.startsWith("reason"));
  expect(reason.map(({ at, part, n, under }) => `${at}: ${part} ${n} under ${under}`)).toEqual([
    "reason: question 1 under 0",
    "reason.home: heading 1 under 0",
    "reason.move: headed-option 1 under 1",
    "reason.work: heading 2 under 0",
    "reason.pay: headed-option 1 under 2",
    "reason.stress: headed-option 2 under 2",
    "reason.none: heading 3 under 0",
    "reason.x0: headed-option 1 under 3",
  ]);
});

test("a change is told by the question's, the part's or the class's words in the reader's language", () => {
  const words = (at: string) => wordsAt(tiny, at, "en");
  expect(words("reason")).toBe("Varför? (en)");
  expect(words("reason.pay")).toBe("Varför? (en)");
  expect(words("sections.second.title")).toBe("Sedan (en)");
  expect(words("classes.near")).toBe("Nära (en)");
  expect(words("title")).toBe("");
});

test("new words change one language of one text and nothing else", () => {
  const path = "sections.0.items.1.groups.1.options.0.text";
  const changed = withTexts(tiny, "sv", { [path]: "Lönen", "sections.0.id": "hack", none: "x" });
  const differing = allTexts(changed).filter(
    ({ text }, n) => JSON.stringify(text) !== JSON.stringify(allTexts(tiny)[n]?.text),
  );
  expect(differing.map(({ at, text }) => [at, text])).toEqual([
    ["reason.pay", { sv: "Lönen", en: "pay (en)" }],
  ]);
  expect(changed.sections[0]?.id).toBe("first");
});

test("an emptied text is pointed at by its path and language", () => {
  const read = readQuestionnaire(withTexts(tiny, "en", { "sections.2.items.1.text": "" }));
  expect(read).toEqual({
    ok: false,
    problems: [{ code: "shape-empty", at: "sections.2.items.1.text.en", detail: "1" }],
  });
});

test("every way a document's shape can break has its own sentence, at its place", () => {
  const sections = tiny.sections.map((section) => ({ ...section, extra: 1, id: "å ä" }));
  const read = readQuestionnaire({ ...tiny, id: undefined, version: "1", sections, more: 1 });
  const found = read.ok ? [] : read.problems.map(({ code, at }) => `${code} ${at}`);
  expect(found).toEqual(
    expect.arrayContaining([
      "shape-missing id",
      "shape-type version",
      "shape-code sections.0.id",
      "shape-unknown sections.0",
      "shape-unknown $",
    ]),
  );
});

test("a file that is no JSON is refused with the line where it breaks", () => {
  expect(readJsonDocument('{\n  "id": "x",\n  }')).toMatchObject({
    ok: false,
    problem: { code: "not-json", at: "3:3" },
  });
  expect(readJsonDocument('\uFEFF{"id": 1}')).toEqual({ ok: true, value: { id: 1 } });
});
