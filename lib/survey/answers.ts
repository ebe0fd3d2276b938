import { itemsOf, optionsOf } from "./items";
import { keepVisible } from "./path";
import type { Answer, Answers, Item, Questionnaire } from "./questionnaire";

type Choices = Extract<Item, { type: "multi" }>;

function isScaleValue(given: unknown, from: number, to: number): given is number {
  return typeof given === "number" && Number.isInteger(given) && given >= from && given <= to;
}

/** "Prefer not to say" stands alone: beside a real choice it would say two things. */
function isChoiceOf(item: Choices, given: unknown): given is readonly string[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > item.max) return false;
  const chosen = optionsOf(item).filter((option) => given.includes(option.code));
  if (chosen.length !== given.length) return false;
  return given.length === 1 || !chosen.some((option) => option.noAnswer);
}

/** Whether a value from outside answers this item. A skipped item has no value, so an empty one is wrong. */
export function isAnswerTo(item: Item, given: unknown): given is Answer {
  switch (item.type) {
    case "scale5":
      return isScaleValue(given, 1, 5);
    case "scale10":
      return isScaleValue(given, 0, 10);
    case "single":
    case "grouped":
      return optionsOf(item).some((option) => option.code === given);
    case "multi":
      return isChoiceOf(item, given);
    case "text":
      return typeof given === "string" && given.trim() !== "" && given.length <= item.maxLength;
  }
}

/**
 * Reads one person's answers, strictly: `null` when anything is unknown, out of range, over-long or chosen
 * too often. Answers to items that the path hides are dropped, not refused.
 */
export function parseAnswers(questionnaire: Questionnaire, input: unknown): Answers | null {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return null;
  const items = new Map(itemsOf(questionnaire).map((item) => [item.id, item]));
  const read: Record<string, Answer> = {};
  for (const [id, given] of Object.entries(input)) {
    const item = items.get(id);
    if (!item || !isAnswerTo(item, given)) return null;
    read[id] = given;
  }
  return keepVisible(questionnaire, read);
}

/** What of these answers another version of the document still asks: nothing is lost that can be kept. */
export function carryOver(questionnaire: Questionnaire, answers: Answers): Answers {
  const kept: Record<string, Answer> = {};
  for (const item of itemsOf(questionnaire)) {
    const given = answers[item.id];
    if (isAnswerTo(item, given)) kept[item.id] = given;
  }
  return keepVisible(questionnaire, kept);
}
