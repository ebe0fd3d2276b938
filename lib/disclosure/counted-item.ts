import { NO_ANSWER } from "@/lib/disclosure/release";
import { itemFingerprints } from "@/lib/survey/fingerprint";
import { itemsOf, optionsOf } from "@/lib/survey/items";
import type { Answer, Item, Option, Questionnaire } from "@/lib/survey/questionnaire";

/** How the mix counts an item: the same few facts for every question type. */
export type CountedItem = {
  readonly id: string;
  /** Background items are a stream of their own, never in one table with answers. */
  readonly slice: "answers" | "background";
  /** How the item stands in an atom; `null`: in cells only. */
  readonly atom: "scale" | "classes" | null;
  /** The codes that are counted; any other answer counts as `NO_ANSWER`. */
  readonly options: readonly string[];
  /** option code → class, for items with a class map. */
  readonly classOf: ReadonlyMap<string, string> | null;
  /** Options one person may choose. */
  readonly max: number;
  /** Totals of two quarters are added only where it is equal. */
  readonly fingerprint: string;
};

/** The items of a document that are counted, in its order (texts are not). */
export function countedItems(questionnaire: Questionnaire): readonly CountedItem[] {
  const fingerprints = itemFingerprints(questionnaire);
  return itemsOf(questionnaire).flatMap((item) => {
    const rule = countingRule(item);
    const fingerprint = fingerprints[item.id];
    return rule === null || fingerprint === undefined
      ? []
      : [{ id: item.id, fingerprint, ...rule }];
  });
}

/** The codes under which one person's answer is counted: its options, or `NO_ANSWER` alone. */
export function codesOf(item: CountedItem, answer: Answer | undefined): readonly string[] {
  const given = new Set(typeof answer === "object" ? answer : [String(answer)]);
  const codes = item.options.filter((option) => given.has(option));
  // More choices than allowed would weigh more than the noise covers.
  return codes.length === 0 || codes.length > item.max ? [NO_ANSWER] : codes;
}

/** Class counts from option counts; what is not answered stays under `NO_ANSWER`. */
export function classCounts(
  classOf: ReadonlyMap<string, string>,
  counts: Readonly<Record<string, number>>,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const name of [...classOf.values(), NO_ANSWER]) sums[name] = 0;
  for (const [option, count] of Object.entries(counts)) {
    const name = classOf.get(option) ?? NO_ANSWER;
    sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

type Rule = Omit<CountedItem, "id" | "fingerprint">;

const ANSWERS = { slice: "answers", atom: null, classOf: null, max: 1 } as const;

function countingRule(item: Item): Rule | null {
  switch (item.type) {
    case "scale5":
      return { ...ANSWERS, atom: "scale", options: ["1", "2", "3", "4", "5"] };
    case "scale10":
      return classed(Object.entries(item.classes));
    case "single":
      return item.slice === "unit"
        ? classed(optionClasses(item))
        : { ...ANSWERS, slice: "background", options: answerCodes(item) };
    case "grouped":
      return classed(optionClasses(item));
    case "multi":
      return { ...ANSWERS, options: answerCodes(item), max: item.max };
    case "text":
      return null;
  }
}

function classed(pairs: readonly (readonly [string, string])[]): Rule {
  const classOf = new Map(pairs);
  return { ...ANSWERS, atom: "classes", options: [...classOf.keys()], classOf };
}

/** A missing class is refused by the document's own rules; here the option would be its own class. */
function optionClasses(item: Item): readonly (readonly [string, string])[] {
  return answerOptions(item).map((option) => [option.code, option.class ?? option.code] as const);
}

function answerCodes(item: Item): readonly string[] {
  return answerOptions(item).map((option) => option.code);
}

function answerOptions(item: Item): readonly Option[] {
  return optionsOf(item).filter((option) => option.noAnswer !== true);
}
