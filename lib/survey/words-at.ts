import { itemsOf } from "./items";
import type { Questionnaire } from "./questionnaire";
import { wording } from "./wording";

/**
 * The words by which a person knows a place of the document: the question, the part or the class that `at` (as
 * in `Change`) belongs to, in the given language. Empty where the place's own name says it all.
 */
export function wordsAt(questionnaire: Questionnaire, at: string, language: string): string {
  const [first = "", second = ""] = at.split(".");
  const item = itemsOf(questionnaire).find(({ id }) => id === first);
  const section = questionnaire.sections.find(({ id }) => id === second);
  const frame = first === "classes" ? questionnaire.classes[second] : section?.title;
  const text = item ? item.text : first === "sections" || first === "classes" ? frame : null;
  return text ? wording(text, language) : "";
}
