/** The whole numbers that something may be, both ends included. */
export type Range = { readonly from: number; readonly to: number };

/** What is shown of one item: which tables of answers agree with it. */
export type View = {
  readonly people: number;
  /** How many may have given each named answer. */
  readonly answers: readonly Range[];
  /** How many may have given none; null: nobody. */
  readonly unanswered: Range | null;
  /** What the answers, valued 1, 2, 3 …, may add up to. */
  readonly sum: Range | null;
};

/** Whether a table agrees with a view in which each answer was given at least so many times. */
export type Agrees = (view: View, least: readonly number[]) => boolean;

/** How a figure is labelled where it is shown. */
export type Label = "count" | "at-most" | "at-least";

/** The true numbers that a labelled one allows, between `least` and `most`. */
export function rangeOf(label: Label, n: number, least: number, most: number): Range {
  if (label === "count") return { from: n, to: n };
  return label === "at-most" ? { from: least, to: n } : { from: n, to: most };
}

/** The label that a number at a bound must have, whether or not the clamp moved it. */
export function labelOf(n: number, low: number, high: number): Label {
  if (n <= low) return "at-most";
  return n >= high ? "at-least" : "count";
}

/**
 * The fewest named answers that stay open for one of the others, over every answer an insider may have
 * given. People are exchangeable, so tables of counts are all there is to try.
 *
 * @param insiders 1: somebody who knows the own answer reads along; 0: an outsider only
 * @param known people whose answers are known from elsewhere, as a count for each answer
 */
export function fewestOpen(
  view: View,
  insiders: 0 | 1,
  agrees: Agrees,
  known: readonly number[] = [],
): number {
  const all = [...view.answers.keys(), ...(view.unanswered === null ? [] : [view.answers.length])];
  const least = (...given: readonly number[]) =>
    all.map((one) => (known[one] ?? 0) + given.filter((answer) => answer === one).length);
  const insights = insiders === 0 ? [[]] : all.map((own) => [own]);
  const open = insights
    .filter((own) => agrees(view, least(...own)))
    .map(
      (own) => [...view.answers.keys()].filter((one) => agrees(view, least(...own, one))).length,
    );
  return Math.min(view.answers.length, ...open);
}

/** The ranges of a view's categories, the unanswered last, each from its least number on. */
export function rangesOf(
  { answers, unanswered }: View,
  least: readonly number[],
): readonly Range[] {
  const all = unanswered === null ? answers : [...answers, unanswered];
  return all.map(({ from, to }, index) => ({ from: Math.max(from, least[index] ?? 0), to }));
}

/** Tries every table, until one agrees. */
export const byTrying: Agrees = (view, least) => {
  const ranges = rangesOf(view, least);
  const valued = view.answers.length;
  const whole = view.sum ?? { from: 0, to: Number.POSITIVE_INFINITY };
  const ends = (left: number, added: number) =>
    left === 0 && added >= whole.from && added <= whole.to;
  const some = (index: number, left: number, added: number): boolean => {
    const range = ranges[index];
    if (range === undefined) return ends(left, added);
    const value = index < valued ? index + 1 : 0;
    for (let here = range.from; here <= Math.min(range.to, left); here += 1) {
      if (some(index + 1, left - here, added + here * value)) return true;
    }
    return false;
  };
  return some(0, view.people, 0);
};
