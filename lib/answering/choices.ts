import { optionsOf } from "@/lib/survey/items";
import type { Answer, Answers, Item, Section } from "@/lib/survey/questionnaire";

type Choices = Extract<Item, { type: "multi" }>;
type Grouped = Extract<Item, { type: "grouped" }>;

/** Ticks or unticks one choice. "Prefer not to say" stands alone, so it and the others replace each other. */
export function toggled(
  item: Choices,
  chosen: readonly string[],
  code: string,
): readonly string[] | null {
  const declines = optionsOf(item)
    .filter((option) => option.noAnswer)
    .map((option) => option.code);
  const alone = declines.includes(code);
  const others = chosen.filter((other) => other !== code && !alone && !declines.includes(other));
  const next = chosen.includes(code) ? others : [...others, code];
  return next.length > 0 ? next : null;
}

/** The heading under which a reason stands; `null` while none is chosen. */
export function groupOf(item: Grouped, reason: unknown): string | null {
  const group = item.groups.find(({ options }) => options.some(({ code }) => code === reason));
  return group?.code ?? null;
}

export type ChoiceProblem = { readonly item: string; readonly n: number; readonly max: number };

/** What stands in the way of going on from a part: more chosen than allowed. */
export function tooMany(section: Section, answers: Answers): readonly ChoiceProblem[] {
  return section.items.flatMap((item) => {
    const given = answers[item.id];
    if (item.type !== "multi" || typeof given !== "object" || given.length <= item.max) return [];
    return [{ item: item.id, n: given.length, max: item.max }];
  });
}

/** Whether a reason is chosen at which the sign-posts are shown: the ones the document marks as harshest. */
export function choosesSensitive(item: Item, given: Answer | undefined): boolean {
  const chosen = typeof given === "object" ? given : [given];
  return optionsOf(item).some((option) => option.sensitive && chosen.includes(option.code));
}
