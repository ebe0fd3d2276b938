import { expect, test } from "vitest";
import { difference } from "@/lib/survey/difference";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { tiny, tinyDocument } from "./tiny";

type Loose = { sections: { items: Record<string, unknown>[] }[] } & Record<string, unknown>;

/** What is told when the small document is changed. */
function after(change: (document: Loose) => void) {
  const document = structuredClone(tinyDocument) as unknown as Loose;
  change(document);
  return difference(tiny, questionnaireSchema.parse(document));
}
const itemsIn = (document: Loose, section: number) => document.sections[section]?.items ?? [];

test("a version that differs by its number alone has no changes", () => {
  expect(
    after((document) => {
      document["version"] = 2;
    }),
  ).toEqual({ changes: [], startAnew: [] });
});

test("a new wording in the first language begins a new series; a better translation does not", () => {
  const text = { sv: "Varför slutar du?", en: "Varför? (en)" };
  const swedish = after((document) => Object.assign(itemsIn(document, 0)[1] ?? {}, { text }));
  expect(swedish.startAnew).toEqual(["reason"]);
  expect(swedish.changes).toEqual([
    {
      kind: "reworded",
      at: "reason",
      language: "sv",
      before: "Varför?",
      after: "Varför slutar du?",
    },
  ]);
  const english = after((document) =>
    Object.assign(itemsIn(document, 0)[1] ?? {}, { text: { sv: "Varför?", en: "Why?" } }),
  );
  expect(english.startAnew).toEqual([]);
  expect(english.changes).toHaveLength(1);
});

test("questions and answers that came and went are told, each once", () => {
  const { changes, startAnew } = after((document) => {
    const [words, lever] = [itemsIn(document, 2).pop(), itemsIn(document, 1)[0]];
    itemsIn(document, 2).push({ ...words, id: "more" });
    const given: unknown = lever?.["options"];
    const options = (Array.isArray(given) ? given : []).filter(({ code }) => code !== "time");
    Object.assign(lever ?? {}, { options });
  });
  expect(changes).toEqual([
    { kind: "item-added", at: "more" },
    { kind: "item-removed", at: "words" },
    { kind: "option-removed", at: "lever", text: "time" },
  ]);
  expect(startAnew).toEqual(["lever"]);
});

test("another class, condition, limit or order is told", () => {
  const { changes } = after((document) => {
    Object.assign(itemsIn(document, 1)[0] ?? {}, {
      max: 1,
      when: { item: "exit", oneOf: ["resign"] },
    });
    itemsIn(document, 0).reverse();
  });
  expect(changes).toEqual([
    { kind: "order-changed", at: "sections" },
    { kind: "rule-changed", at: "lever", rule: "condition" },
    { kind: "rule-changed", at: "lever", rule: "limit" },
  ]);
});

test("a hint that is new or gone is told", () => {
  const hint = { sv: "Välj ett.", en: "Choose one." };
  const { changes } = after((document) => Object.assign(itemsIn(document, 0)[0] ?? {}, { hint }));
  expect(changes).toEqual([{ kind: "text-added", at: "exit.hint", text: "Välj ett." }]);
});
