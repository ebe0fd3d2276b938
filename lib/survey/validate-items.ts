import { itemsOf, optionsOf } from "./items";
import type { Problem, ProblemCode } from "./problem";
import type { Item, Questionnaire } from "./questionnaire";

const problem = (code: ProblemCode, at: string, detail: string): Problem => ({ code, at, detail });

/** Atoms show classes only, so every single choice of a unit needs one. */
function needsClasses(item: Item): boolean {
  return item.type === "grouped" || (item.type === "single" && item.slice === "unit");
}

function optionProblems(item: Item): readonly Problem[] {
  const options = optionsOf(item);
  const codes = options.map((option) => option.code);
  const found = options.flatMap((option) => {
    if (option.noAnswer && option.class) {
      return [problem("class-on-no-answer", item.id, option.code)];
    }
    const missing = needsClasses(item) && !option.noAnswer && !option.class;
    return missing ? [problem("class-missing", item.id, option.code)] : [];
  });
  const twice = new Set(codes.filter((code, index) => codes.indexOf(code) !== index));
  return [...found, ...[...twice].map((code) => problem("duplicate-option", item.id, code))];
}

function multiProblems(item: Item): readonly Problem[] {
  if (item.type !== "multi") return [];
  const count = optionsOf(item).length;
  if (count === 0) return [problem("options-missing", item.id, "")];
  return item.max > count ? [problem("max-too-large", item.id, String(item.max))] : [];
}

const ZERO_TO_TEN = Array.from({ length: 11 }, (_, value) => String(value));

function scaleProblems(item: Item): readonly Problem[] {
  if (item.type !== "scale10") return [];
  const mapped = Object.keys(item.classes);
  const gaps = ZERO_TO_TEN.filter((value) => !mapped.includes(value));
  const extra = mapped.filter((value) => !ZERO_TO_TEN.includes(value));
  return [...gaps, ...extra].map((value) => problem("scale-value-unmapped", item.id, value));
}

function valuesOf(item: Item): readonly string[] {
  if (item.type === "scale5") return ["1", "2", "3", "4", "5"];
  return item.type === "scale10" ? ZERO_TO_TEN : optionsOf(item).map((option) => option.code);
}

function conditionProblems(item: Item, earlier: readonly Item[]): readonly Problem[] {
  const { when } = item;
  if (!when) return [];
  const values = [...(when.oneOf ?? []), ...(when.notOneOf ?? [])];
  if (values.length === 0) return [problem("condition-empty", item.id, when.item)];
  const target = earlier.find((other) => other.id === when.item);
  if (!target) return [problem("condition-unknown-item", item.id, when.item)];
  const known = valuesOf(target);
  return values
    .filter((value) => !known.includes(value))
    .map((value) => problem("condition-unknown-value", item.id, value));
}

function classesOf(item: Item): readonly string[] {
  if (item.type === "scale10") return Object.values(item.classes);
  return optionsOf(item).flatMap((option) => option.class ?? []);
}

function classProblems(questionnaire: Questionnaire): readonly Problem[] {
  const named = Object.keys(questionnaire.classes);
  const used = new Set<string>();
  const unnamed = itemsOf(questionnaire).flatMap((item) => {
    const classes = [...new Set(classesOf(item))];
    for (const name of classes) used.add(name);
    return classes
      .filter((name) => !named.includes(name))
      .map((name) => problem("class-unnamed", item.id, name));
  });
  const idle = named.filter((name) => !used.has(name));
  return [...unnamed, ...idle.map((name) => problem("class-unused", "classes", name))];
}

/** Options, class maps, scales and conditions: each item against the ones before it. */
export function itemProblems(questionnaire: Questionnaire): readonly Problem[] {
  const items = itemsOf(questionnaire);
  return [
    ...items.flatMap((item, index) => [
      ...optionProblems(item),
      ...multiProblems(item),
      ...scaleProblems(item),
      ...conditionProblems(item, items.slice(0, index)),
    ]),
    ...classProblems(questionnaire),
  ];
}
