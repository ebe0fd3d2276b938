import { itemsOf, optionsOf } from "./items";
import type { Problem } from "./problem";
import type { Item, Questionnaire } from "./questionnaire";

/** Plaintext of an answer that leaves room for the padding's mark in the smallest envelope, bytes. */
const ROOM = 4095;

/** `{"answers":…,"series":"retiree","unit":"…"}`; a unit's code has 40 characters at most (lib/imports/cells.ts). */
const FRAME = '{"answers":,"series":"retiree","unit":""}'.length + 4 * 40;

/** UTF-8 of one UTF-16 code unit at most: two for what JSON escapes, since control characters are never sent. */
const MOST_PER_UNIT = 3;

/** JSON of an item's longest answer, bytes; codes are ASCII. */
function longestAnswer(item: Item): number {
  const codes = optionsOf(item)
    .map(({ code }) => code.length + 2)
    .sort((a, b) => b - a);
  switch (item.type) {
    case "scale5":
      return 1;
    case "scale10":
      return 2;
    case "single":
    case "grouped":
      return codes[0] ?? 0;
    case "multi":
      return codes.slice(0, item.max).reduce((sum, length) => sum + length + 1, 1);
    case "text":
      return 2 + MOST_PER_UNIT * item.maxLength;
  }
}

/** The longest that anybody's sealed plaintext can be, bytes: every item answered, every text full. */
export function longestPlaintext(questionnaire: Questionnaire): number {
  const lengths = itemsOf(questionnaire).map((item) => item.id.length + 4 + longestAnswer(item));
  return FRAME + lengths.reduce((sum, length) => sum + length, 1);
}

/** Every answer must fit the same envelope, or a long one could be told from the rest by its size. */
export function sizeProblems(questionnaire: Questionnaire): readonly Problem[] {
  const over = longestPlaintext(questionnaire) - ROOM;
  return over > 0 ? [{ code: "answers-too-long", at: "sections", detail: String(over) }] : [];
}

/** A text as it is sent: without control characters (line feed and tab stay) and half characters. */
export function sendable(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, "").trim();
}
