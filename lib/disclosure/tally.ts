import { type CountedItem, codesOf } from "@/lib/disclosure/counted-item";
import { NO_ANSWER } from "@/lib/disclosure/release";
import type { Answers } from "@/lib/survey/questionnaire";

/** Option counts of a group of people, item by item; every person counts once in every item. */
export type Tally = { n: number; readonly items: Record<string, Record<string, number>> };

/** A tally of nobody, with a zero for each option of each item. */
export function emptyTally(items: readonly CountedItem[]): Tally {
  const zeros = items.map((item) => [
    item.id,
    Object.fromEntries([...item.options, NO_ANSWER].map((code) => [code, 0])),
  ]);
  return { n: 0, items: Object.fromEntries(zeros) };
}

/** Adds one person, in place: the only step that sees a person's answers. */
export function addPerson(tally: Tally, items: readonly CountedItem[], answers: Answers): void {
  tally.n += 1;
  for (const item of items) {
    const counts = tally.items[item.id];
    if (counts === undefined) continue;
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    for (const code of codesOf(item, answer)) counts[code] = (counts[code] ?? 0) + 1;
  }
}

/** Adds the second tally to the first, in place. Both are over the same items. */
export function pour(into: Tally, from: Tally): void {
  into.n += from.n;
  for (const [id, counts] of Object.entries(into.items)) {
    const more = from.items[id] ?? {};
    for (const code of Object.keys(counts)) counts[code] = (counts[code] ?? 0) + (more[code] ?? 0);
  }
}
