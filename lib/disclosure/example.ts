import { classCount, scaleMean } from "@/lib/disclosure/atom-figures";
import { atomItem } from "@/lib/disclosure/atom-item";
import { aboutPeople, optionCount } from "@/lib/disclosure/cell-figures";
import type { Figure } from "@/lib/disclosure/figure";
import { CELL_MIN, ITEM_MIN } from "@/lib/disclosure/limits";
import type { Picture } from "@/lib/disclosure/picture";
import type { Atom, Limits } from "@/lib/disclosure/release";
import type { ItemTotal } from "@/lib/disclosure/waiting";
import type { Option } from "@/lib/survey/questionnaire";

/** What the others in the example answered to a five-step question, over and over. */
export const EXAMPLE_OTHERS = [3, 5, 2, 4, 3, 1, 4] as const;

/** How many in the example's picture gave the person's own reason. */
export const EXAMPLE_REASON = 12;

const OWN = 4;
const HIGHEST = 5;
const ITEM = "example";
const WHEN = { series: "leaver", from: "2026-Q1", to: "2026-Q1" } as const;

/** `mixed`: people who answered differently; `alike`: all gave the same answer. Both of `people` answers. */
export type AtomExample = {
  readonly people: number;
  readonly mixed: Figure;
  readonly alike: Figure;
};

/** People in the example: the smallest unit result in which every question is shown. */
function peopleFor({ k }: Limits): number {
  return Math.max(k, ITEM_MIN);
}

/** An atom of one item, its figures clamped by the code that clamps every unit's. */
function atomOf(total: ItemTotal, { k, c }: Limits): Atom {
  const item = atomItem(total, k, c);
  const items = item === null ? {} : { [ITEM]: item };
  return { unit: ITEM, ...WHEN, n: total.n, k, c, items };
}

/** The answers of an example: the person's own first, then the invented ones. */
export function exampleAnswers(limits: Limits, own: number = OWN): readonly number[] {
  const others = EXAMPLE_OTHERS;
  const at = (index: number) => others[index % others.length] ?? OWN;
  return [own, ...Array.from({ length: peopleFor(limits) - 1 }, (_, index) => at(index))];
}

/**
 * How a unit's mean of a five-step question looks with the person's own answer among invented ones, and
 * how it looks when everybody answers 5. Means are 1 to 5, not rounded.
 */
export function exampleMean(limits: Limits, own?: number): AtomExample {
  const mean = (answers: readonly number[]) => {
    const sum = answers.reduce((all, value) => all + value, 0);
    const total = { kind: "scale", fingerprint: "", n: answers.length, sum } as const;
    return scaleMean(atomOf(total, limits), ITEM);
  };
  const mixed = exampleAnswers(limits, own);
  return { people: mixed.length, mixed: mean(mixed), alike: mean(mixed.map(() => HIGHEST)) };
}

/** How many of a unit chose one kind of reason: when half of them did, and when all did. */
export function exampleClass(limits: Limits): AtomExample {
  const n = peopleFor(limits);
  const of = (count: number) => {
    const counts = { [ITEM]: count };
    const total = { kind: "classes", fingerprint: "", n, counts } as const;
    return classCount(atomOf(total, limits), ITEM, ITEM);
  };
  return { people: n, mixed: of(Math.ceil(n / 2)), alike: of(n) };
}

/** One reason in the smallest picture, where it is shown at all. */
export function exampleReason(option: Pick<Option, "code" | "sensitive">): {
  readonly people: Figure;
  readonly count: Figure;
} {
  const options = { [option.code]: EXAMPLE_REASON };
  const cells = { n: CELL_MIN, cells: 1 };
  const picture: Picture = { ...cells, items: { [ITEM]: { ...cells, options, classes: {} } } };
  return { people: aboutPeople(picture), count: optionCount(picture, ITEM, option) };
}
