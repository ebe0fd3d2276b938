import { describe, expect, it } from "vitest";
import standard from "@/lib/survey/default-questionnaire.json";
import { readQuestionnaire } from "@/lib/survey/validate";
import { tinyDocument } from "./tiny";

type Draft = ReturnType<typeof draft>;

function draft() {
  return structuredClone(tinyDocument) as unknown as {
    languages: string[];
    classes: Record<string, unknown>;
    sections: { id: string; items: Record<string, unknown>[] }[];
  };
}

function problemsOf(change: (document: Draft) => void): readonly string[] {
  const document = draft();
  change(document);
  const read = readQuestionnaire(document);
  return read.ok ? [] : read.problems.map(({ code, at, detail }) => `${code} ${at} ${detail}`);
}

function item(document: Draft, section: number, index: number): Record<string, unknown> {
  const found = document.sections[section]?.items[index];
  if (!found) throw new Error(`no item ${section}.${index}`);
  return found;
}

describe("a questionnaire that breaks a rule is never asked", () => {
  it("accepts the small document that the other cases break", () => {
    expect(problemsOf(() => undefined)).toEqual([]);
  });

  it("accepts the standard questionnaire", () => {
    expect(readQuestionnaire(standard)).toMatchObject({ ok: true });
  });

  it("demands a class, or 'no answer', of every choice that a unit's result shows", () => {
    expect(
      problemsOf((document) => {
        item(document, 0, 0)["slice"] = "unit";
      }),
    ).toEqual(["class-missing exit resign", "class-missing exit retire"]);
  });

  it("demands a class of each value from 0 to 10", () => {
    expect(
      problemsOf((document) => {
        item(document, 2, 0)["classes"] = { "0": "low", "11": "high" };
      }),
    ).toEqual([
      ...["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"].map(
        (value) => `scale-value-unmapped recommend ${value}`,
      ),
    ]);
  });

  it("refuses a class without a name and a name without a class", () => {
    expect(
      problemsOf((document) => {
        document.classes = { near: { sv: "Nära", en: "Near" }, idle: { sv: "Vila", en: "Idle" } };
      }),
    ).toEqual([
      "class-unnamed reason far",
      "class-unnamed recommend low",
      "class-unnamed recommend high",
      "class-unused classes idle",
    ]);
  });
});

describe("a questionnaire whose parts contradict each other is never asked", () => {
  it("refuses a condition on an item that is asked later, and on a value that cannot be given", () => {
    expect(
      problemsOf((document) => {
        item(document, 0, 0)["when"] = { item: "words", oneOf: ["x"] };
        item(document, 1, 0)["when"] = { item: "exit", oneOf: ["fired"] };
        item(document, 1, 1)["when"] = { item: "exit" };
      }),
    ).toEqual([
      "condition-unknown-item exit words",
      "condition-unknown-value lever fired",
      "condition-empty how exit",
    ]);
  });

  it("refuses two items, sections or options with one name", () => {
    expect(
      problemsOf((document) => {
        item(document, 2, 1)["id"] = "recommend";
        Object.assign(document.sections[2] ?? {}, { id: "first" });
        item(document, 1, 0)["options"] = ["a", "a", "b"].map((code) => ({
          code,
          text: { sv: code, en: code },
        }));
        item(document, 1, 1)["when"] = undefined;
      }),
    ).toEqual([
      "duplicate-item recommend recommend",
      "duplicate-section first first",
      "duplicate-option lever a",
    ]);
  });

  it("refuses a text that lacks a language, and a language nobody declared", () => {
    expect(
      problemsOf((document) => {
        item(document, 2, 1)["text"] = { sv: "Egna ord", fi: "Omin sanoin" };
      }),
    ).toEqual(["text-missing words en", "language-undeclared words fi"]);
  });

  it("refuses more choices than there are options", () => {
    expect(
      problemsOf((document) => {
        item(document, 1, 0)["max"] = 5;
      }),
    ).toEqual(["max-too-large lever 5"]);
  });

  it("says where a document that is not a questionnaire breaks", () => {
    const read = readQuestionnaire({ ...tinyDocument, sections: [], version: 0 });
    expect(read.ok ? [] : read.problems.map((problem) => `${problem.code} ${problem.at}`)).toEqual([
      "shape version",
      "shape-empty sections",
    ]);
  });
});
