import { createHash } from "node:crypto";
import { itemsOf, optionsOf } from "./items";
import type { Item, Questionnaire } from "./questionnaire";

/** Everything that decides what an answer means: type, wording, options in order, and their classes. */
function meaningOf(item: Item, language: string): readonly unknown[] {
  const options = optionsOf(item).map((option) => [
    option.code,
    option.text[language],
    option.class ?? null,
    option.noAnswer ?? false,
  ]);
  const classes = item.type === "scale10" ? Object.entries(item.classes).sort() : [];
  const groups =
    "groups" in item ? item.groups?.map(({ code, text }) => [code, text[language]]) : [];
  const limit = item.type === "multi" ? item.max : null;
  return [item.type, item.text[language], options, classes, groups ?? [], limit];
}

/**
 * Item id → SHA-256 (hex) of its meaning. Sealed totals of an item whose fingerprint changed start from zero.
 * Only the document's first language counts: a better translation is not a new question.
 */
export function itemFingerprints(questionnaire: Questionnaire): Readonly<Record<string, string>> {
  const language = questionnaire.languages[0] ?? "";
  return Object.fromEntries(
    itemsOf(questionnaire).map((item) => [
      item.id,
      createHash("sha256")
        .update(JSON.stringify(meaningOf(item, language)))
        .digest("hex"),
    ]),
  );
}
