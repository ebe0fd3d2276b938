import { optionsOf } from "./items";
import type { Item } from "./questionnaire";

/** `at`: where, as in `Problem`. Words that changed stand in the language they were changed in. */
export type Change =
  | { readonly kind: "reworded"; at: string; language: string; before: string; after: string }
  | { readonly kind: "item-added" | "item-removed" | "order-changed"; at: string }
  | {
      readonly kind: "option-added" | "option-removed" | "text-added" | "text-removed";
      at: string;
      text: string;
    }
  | { readonly kind: "rule-changed"; at: string; rule: Rule }
  | { readonly kind: "language-added" | "language-removed"; at: string };

export type Rule = "type" | "class" | "condition" | "limit" | "marks";

/** Same content, whatever the keys' order in the document. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function rulesOf(item: Item): Readonly<Record<Rule, unknown>> {
  const options = optionsOf(item);
  const limit = item.type === "multi" ? item.max : item.type === "text" ? item.maxLength : null;
  const scale = item.type === "scale10" ? Object.entries(item.classes).sort() : [];
  const classes = Object.fromEntries(options.map((one) => [one.code, one.class ?? null]));
  const { item: on = "", oneOf = [], notOneOf = [] } = item.when ?? {};
  return {
    type: [item.type, item.slice, "index" in item ? item.index : null],
    class: [Object.entries(classes).sort(), scale],
    condition: [on, oneOf, notOneOf],
    limit,
    marks: options
      .map(({ code, noAnswer, sensitive }) => `${code} ${noAnswer ?? false} ${sensitive ?? false}`)
      .sort(),
  };
}

const RULES: readonly Rule[] = ["type", "class", "condition", "limit", "marks"];

/** Options that came, went or changed places, worded in `language`. */
export function optionChanges(before: Item, after: Item, language: string): readonly Change[] {
  const [old, now] = [optionsOf(before), optionsOf(after)];
  const codes = (options: typeof old) => options.map(({ code }) => code);
  const added = now.filter(({ code }) => !codes(old).includes(code));
  const removed = old.filter(({ code }) => !codes(now).includes(code));
  const told = (kind: "option-added" | "option-removed", { text }: (typeof old)[number]) => {
    return { kind, at: after.id, text: text[language] ?? "" } as const;
  };
  const kept = (options: typeof old, others: typeof old) =>
    codes(options).filter((code) => codes(others).includes(code));
  return [
    ...added.map((option) => told("option-added", option)),
    ...removed.map((option) => told("option-removed", option)),
    ...(same(kept(old, now), kept(now, old))
      ? []
      : [{ kind: "order-changed" as const, at: after.id }]),
  ];
}

/** Rules that changed for reasons of their own: with an option, its class and marks come and go. */
export function ruleChanges(before: Item, after: Item): readonly Change[] {
  const codes = optionsOf(before).map(({ code }) => code);
  const common = optionsOf(after).filter(({ code }) => codes.includes(code));
  const inBoth = (item: Item): Item => {
    const keep = common.map(({ code }) => code);
    return withOptions(item, keep);
  };
  const [old, now] = [rulesOf(inBoth(before)), rulesOf(inBoth(after))];
  return RULES.filter((rule) => !same(old[rule], now[rule])).map((rule) => ({
    kind: "rule-changed",
    at: after.id,
    rule,
  }));
}

function withOptions(item: Item, codes: readonly string[]): Item {
  const copy = structuredClone(item);
  const kept = <T extends { code: string }>(options: T[]) =>
    options.filter(({ code }) => codes.includes(code));
  if ("options" in copy && copy.options) copy.options = kept(copy.options);
  if ("groups" in copy && copy.groups) {
    for (const group of copy.groups) group.options = kept(group.options);
  }
  return copy;
}
