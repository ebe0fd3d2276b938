import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { optionsOf } from "@/lib/survey/items";
import {
  type Answer,
  type Answers,
  type Item,
  questionnaireSchema,
} from "@/lib/survey/questionnaire";

const document: unknown = JSON.parse(readFileSync("lib/survey/default-questionnaire.json", "utf8"));
export const defaultQuestionnaire = questionnaireSchema.parse(document);
const items = defaultQuestionnaire.sections.flatMap((section) => section.items);

const longest = (codes: readonly string[], n: number) =>
  [...codes].sort((a, b) => b.length - a.length).slice(0, n);

/** The answer to an item that takes most room. */
function fullest(item: Item, letter: string): Answer {
  if (item.type === "text") return letter.repeat(Math.floor(item.maxLength / letter.length));
  if (item.type === "scale5") return 5;
  if (item.type === "scale10") return 10;
  const codes = optionsOf(item)
    .filter(({ noAnswer }) => !noAnswer)
    .map(({ code }) => code);
  return item.type === "multi" ? longest(codes, item.max) : (longest(codes, 1)[0] ?? "");
}

/** Everything answered, every text as long as the page lets it be, written in one letter. */
export function fullestAnswers(letter: string): Answers {
  return Object.fromEntries(items.map((item) => [item.id, fullest(item, letter)]));
}

/** Answers as people give them: some skipped, texts of any length. */
export function someAnswers(): Answers {
  const given = items
    .filter(() => randomInt(4) > 0)
    .map((item): [string, Answer] => {
      const answer = fullest(item, "å");
      return [
        item.id,
        typeof answer === "string" && item.type === "text"
          ? answer.slice(0, 1 + randomInt(600))
          : answer,
      ];
    });
  return Object.fromEntries(given);
}
