import { itemsOf, optionsOf } from "@/lib/survey/items";
import type { Item, Localized, Option, Questionnaire } from "@/lib/survey/questionnaire";

/** The questions the report speaks of, by their codes in the questionnaire. */
export const ITEMS = {
  mainReason: "B1",
  moreReasons: "B2",
  levers: "B3",
  recommend: "E1",
} as const;

/** A question by its code. */
export function itemOf(questionnaire: Questionnaire, id: string): Item | undefined {
  return itemsOf(questionnaire).find((item) => item.id === id);
}

/** A question's options that count as answers, in the order they are asked; none without the question. */
export function answerOptions(questionnaire: Questionnaire, id: string): readonly Option[] {
  const item = itemOf(questionnaire, id);
  return item === undefined ? [] : optionsOf(item).filter(({ noAnswer }) => noAnswer !== true);
}

/** The classes of a question with their names, in the document's order. */
export function classesOf(
  questionnaire: Questionnaire,
  id: string,
): readonly { readonly code: string; readonly name: Localized }[] {
  const item = itemOf(questionnaire, id);
  const used =
    item?.type === "scale10"
      ? Object.values(item.classes)
      : answerOptions(questionnaire, id).map((option) => option.class);
  return Object.entries(questionnaire.classes).flatMap(([code, name]) =>
    used.includes(code) ? [{ code, name: heading(item, code) ?? name }] : [],
  );
}

/** The heading under which those who answered saw a class, where one heading holds just that class. */
function heading(item: Item | undefined, code: string): Localized | null {
  if (item?.type !== "grouped") return null;
  const holding = item.groups.filter(({ options }) => options.some((one) => one.class === code));
  const [only] = holding.filter(({ options }) => options.every((one) => one.class === code));
  return holding.length === 1 && only !== undefined ? only.text : null;
}

/** How many five-step questions an engagement index is made of. */
export function indexItems(questionnaire: Questionnaire): number {
  return itemsOf(questionnaire).filter((item) => item.type === "scale5" && item.index).length;
}
