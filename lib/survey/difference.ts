import { itemFingerprints } from "./fingerprint";
import { type Change, optionChanges, ruleChanges, same } from "./item-changes";
import { itemsOf, optionsOf } from "./items";
import type { Questionnaire } from "./questionnaire";
import { allTexts } from "./texts";

export type Difference = {
  readonly changes: readonly Change[];
  /** Items in both versions whose answers are not added together: what was gathered stays the old question's. */
  readonly startAnew: readonly string[];
};

/** The items of each section in order, of those that both versions ask. */
function orderOf(questionnaire: Questionnaire, other: Questionnaire): readonly unknown[] {
  const both = itemsOf(other).map(({ id }) => id);
  return questionnaire.sections
    .map(({ items }) => items.map(({ id }) => id).filter((id) => both.includes(id)))
    .filter((ids) => ids.length > 0);
}

function itemChanges(before: Questionnaire, after: Questionnaire): readonly Change[] {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const language = after.languages[0] ?? "";
  const was = (id: string) => old.find((item) => item.id === id);
  const is = (id: string) => now.find((item) => item.id === id);
  const moved = !same(orderOf(before, after), orderOf(after, before));
  return [
    ...now.filter(({ id }) => !was(id)).map(({ id: at }) => ({ kind: "item-added" as const, at })),
    ...old.filter(({ id }) => !is(id)).map(({ id: at }) => ({ kind: "item-removed" as const, at })),
    ...(moved ? [{ kind: "order-changed" as const, at: "sections" }] : []),
    ...now.flatMap((item) => {
      const earlier = was(item.id);
      if (!earlier) return [];
      return [...optionChanges(earlier, item, language), ...ruleChanges(earlier, item)];
    }),
  ];
}

function languageChanges(before: Questionnaire, after: Questionnaire): readonly Change[] {
  const added = after.languages.filter((language) => !before.languages.includes(language));
  const removed = before.languages.filter((language) => !after.languages.includes(language));
  return [
    ...added.map((at) => ({ kind: "language-added" as const, at })),
    ...removed.map((at) => ({ kind: "language-removed" as const, at })),
  ];
}

/** Hints, leads, headings and names that one version has and the other lacks, beside whole items and options. */
function loneTexts(
  has: Questionnaire,
  lacks: Questionnaire,
  kind: "text-added" | "text-removed",
): readonly Change[] {
  const there = new Set(allTexts(lacks).map(({ at }) => at));
  const common = new Set(itemsOf(lacks).map(({ id }) => id));
  const told = new Set(
    itemsOf(has).flatMap((item) => {
      const places = optionsOf(item).map(({ code }) => `${item.id}.${code}`);
      return common.has(item.id) ? places : [item.id];
    }),
  );
  const whole = (at: string) => told.has(at) || told.has(at.split(".")[0] ?? "");
  const language = has.languages[0] ?? "";
  return allTexts(has)
    .filter(({ at }) => !there.has(at) && !whole(at))
    .map(({ at, text }) => ({ kind, at, text: text[language] ?? "" }));
}

function wordChanges(before: Questionnaire, after: Questionnaire): readonly Change[] {
  const old = new Map(allTexts(before).map(({ at, text }) => [at, text]));
  const languages = after.languages.filter((language) => before.languages.includes(language));
  return allTexts(after).flatMap(({ at, text }) =>
    languages.flatMap((language): readonly Change[] => {
      const [was, is] = [old.get(at)?.[language], text[language]];
      if (was === undefined || is === undefined || was === is) return [];
      return [{ kind: "reworded", at, language, before: was, after: is }];
    }),
  );
}

/** What one version changed in another, and which questions are no longer counted together with their past. */
export function difference(before: Questionnaire, after: Questionnaire): Difference {
  const [old, now] = [itemFingerprints(before), itemFingerprints(after)];
  const both = itemsOf(after).map(({ id }) => id);
  return {
    changes: [
      ...languageChanges(before, after),
      ...itemChanges(before, after),
      ...loneTexts(after, before, "text-added"),
      ...loneTexts(before, after, "text-removed"),
      ...wordChanges(before, after),
    ],
    startAnew: both.filter((id) => old[id] !== undefined && old[id] !== now[id]),
  };
}
