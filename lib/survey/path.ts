import type { Answer, Answers, Item, Questionnaire, Section } from "./questionnaire";

function includesAny(given: Answer, values: readonly string[]): boolean {
  const codes = typeof given === "object" ? given : [String(given)];
  return codes.some((code) => values.includes(code));
}

/** A skipped item has no value: `oneOf` then hides, `notOneOf` then shows. */
function isAsked(item: Item, answers: Answers): boolean {
  const { when } = item;
  if (!when) return true;
  const given = answers[when.item];
  if (given === undefined) return when.oneOf === undefined;
  if (when.oneOf && !includesAny(given, when.oneOf)) return false;
  return !(when.notOneOf && includesAny(given, when.notOneOf));
}

/**
 * The sections a person with these answers meets, each with its asked items only; empty sections fall away.
 * An answer to an item that is itself hidden decides nothing further down.
 */
export function visibleSections(
  questionnaire: Questionnaire,
  answers: Answers,
): readonly Section[] {
  const counted: Record<string, Answer> = {};
  const ask = (item: Item): boolean => {
    if (!isAsked(item, counted)) return false;
    const given = answers[item.id];
    if (given !== undefined) counted[item.id] = given;
    return true;
  };
  return questionnaire.sections
    .map((section) => ({ ...section, items: section.items.filter(ask) }))
    .filter((section) => section.items.length > 0);
}

/** The answers without those to items that the path hides (or that the document does not have). */
export function keepVisible(questionnaire: Questionnaire, answers: Answers): Answers {
  const asked = visibleSections(questionnaire, answers).flatMap((section) => section.items);
  const kept: Record<string, Answer> = {};
  for (const { id } of asked) {
    const given = answers[id];
    if (given !== undefined) kept[id] = given;
  }
  return kept;
}
