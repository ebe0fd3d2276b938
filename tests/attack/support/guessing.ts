import { answersOf } from "@/lib/demo/answers";
import { type Dice, diceFrom, pick } from "@/lib/demo/random";
import { type Climate, SPEC } from "@/lib/demo/spec";
import { classCount, scaleMean } from "@/lib/disclosure/atom-figures";
import { count } from "@/lib/disclosure/count";
import { countedItems } from "@/lib/disclosure/counted-item";
import type { Figure } from "@/lib/disclosure/figure";
import type { Atom } from "@/lib/disclosure/release";
import { NOTHING_WAITING } from "@/lib/disclosure/waiting";
import type { Answers } from "@/lib/survey/questionnaire";
import { defaultQuestionnaire } from "./default-answers";

/** People in the smallest result there is: it tells most about each. */
const PEOPLE = 8;

/** Invented people whose answers the guesser has studied beforehand, of each climate. */
const STUDIED = 4000;

const items = countedItems(defaultQuestionnaire);
const climates = SPEC.units.map(({ climate }) => climate);
const kinds = [...new Set(climates)];

/** One invented leaver's answers. */
function leaver(dice: Dice, climate: Climate): Answers {
  return answersOf(dice, { climate, unitKind: "primary_care", retires: false, language: "sv" });
}

/** A question as the guesser sees it: what one may have answered, numbered; the last is no answer. */
export type Question = {
  readonly id: string;
  readonly answers: readonly string[];
  readonly numberOf: (answers: Answers) => number;
  /** Whether the numbers of each answer, the last being no answer, agree with what is shown. */
  readonly agrees: (atom: Atom) => ((table: readonly number[]) => boolean) | null;
};

/** Whether a true number can stand behind a figure. */
function fits(figure: Figure, n: number): boolean {
  if (figure.kind === "withheld") return true;
  if (figure.kind === "at-most") return n <= figure.n;
  return figure.kind === "at-least" ? n >= figure.n : Math.abs(n - figure.n) < 1e-9;
}

/** The five-step questions, and the main reason by class. */
export function questions(): { readonly steps: readonly Question[]; readonly reason: Question } {
  const all = items.flatMap(({ id, atom, classOf }): Question[] => {
    const answers = atom === "scale" ? ["1", "2", "3", "4", "5"] : [...new Set(classOf?.values())];
    const numberOf = (given: Answers) => {
      const answer = String(given[id]);
      const found = answers.indexOf(atom === "scale" ? answer : (classOf?.get(answer) ?? ""));
      return found < 0 ? answers.length : found;
    };
    const shows = atom === "scale" ? meanAgrees(id) : classesAgree(id, answers);
    return atom === null ? [] : [{ id, answers, numberOf, agrees: shows }];
  });
  const steps = all.filter(({ answers }) => answers[0] === "1");
  const reason = all.find(({ id }) => id === "B1");
  if (reason === undefined) throw new Error("the questionnaire asks for no main reason");
  return { steps, reason };
}

function meanAgrees(id: string): Question["agrees"] {
  return (atom) => {
    const [item, mean] = [atom.items[id], scaleMean(atom, id)];
    if (item?.kind !== "scale") return null;
    return (table) => {
      const answered = PEOPLE - (table[5] ?? 0);
      const sum = table.slice(0, 5).reduce((all, n, index) => all + n * (index + 1), 0);
      return answered === item.n && fits(mean, sum / answered);
    };
  };
}

function classesAgree(id: string, classes: readonly string[]): Question["agrees"] {
  return (atom) => {
    const shown = classes.map((name) => classCount(atom, id, name));
    if (shown.some(({ kind }) => kind === "withheld")) return null;
    return (table) => shown.every((figure, index) => fits(figure, table[index] ?? 0));
  };
}

type Shares = Readonly<Record<string, readonly number[]>>;

/** How often each answer is given in each climate. */
function studied(question: Question): Shares {
  const shares = kinds.map((climate) => {
    const dice = diceFrom(`studied ${climate}`);
    const seen = new Array<number>(question.answers.length + 1).fill(0);
    for (let one = 0; one < STUDIED; one += 1) {
      const answer = question.numberOf(leaver(dice.fork(String(one)), climate));
      seen[answer] = (seen[answer] ?? 0) + 1;
    }
    return [climate, seen.map((n) => n / STUDIED)];
  });
  return Object.fromEntries(shares);
}

/** Every table of so many people over so many answers. */
function tables(people: number, answers: number): readonly (readonly number[])[] {
  if (answers === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, here) =>
    tables(people - here, answers - 1).map((rest) => [here, ...rest]),
  ).flat();
}

/** How probable a table is in a climate, but for a constant. */
function weightOf(table: readonly number[], shares: readonly number[]): number {
  return table.reduce((all, n, one) => (all * (shares[one] ?? 0) ** n) / factorial(n), 1);
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

export type Guess = { readonly right: boolean; readonly sure: number; readonly blindly: boolean };

const largest = (weights: readonly number[]) => weights.indexOf(Math.max(...weights));

/**
 * A colleague who has answered too guesses what another answered, as well as can be guessed: knowing how often
 * each answer is given in each climate, the own answer, and everything the unit's result shows.
 * `blindly`: whether the guess without the result would have been right.
 */
export function guesser(question: Question) {
  const shares = studied(question);
  const others = tables(PEOPLE - 2, question.answers.length + 1);
  const worlds = kinds.map((climate) => {
    const each = shares[climate] ?? [];
    const often = climates.filter((one) => one === climate).length;
    return { often, each, weights: others.map((table) => weightOf(table, each)) };
  });
  type World = (typeof worlds)[number];
  const weighed = (own: number, seen: (world: World, answer: number) => number) =>
    question.answers.map((_, answer) =>
      worlds.reduce((sum, world) => {
        const both = (world.each[own] ?? 0) * (world.each[answer] ?? 0);
        return sum + world.often * both * seen(world, answer);
      }, 0),
    );
  return (atom: Atom, own: number, truth: number): Guess | null => {
    const agrees = question.agrees(atom);
    if (agrees === null || truth === question.answers.length) return null;
    const possible = question.answers.map((_, answer) =>
      others.flatMap((table, index) => {
        const all = table.map((n, one) => n + Number(one === own) + Number(one === answer));
        return agrees(all) ? [index] : [];
      }),
    );
    const before = weighed(own, () => 1);
    const after = weighed(own, ({ weights }, answer) =>
      (possible[answer] ?? []).reduce((sum, index) => sum + (weights[index] ?? 0), 0),
    );
    const sure = Math.max(...after) / after.reduce((sum, weight) => sum + weight, 0);
    return { right: largest(after) === truth, sure, blindly: largest(before) === truth };
  };
}

/** The product's own result of a unit of invented people, with their answers. */
export function unit(run: number): { readonly atom: Atom; readonly answers: readonly Answers[] } {
  const dice = diceFrom(`guessed unit ${run}`);
  const climate = pick(dice, climates) as Climate;
  const answers = Array.from({ length: PEOPLE }, (_, one) =>
    leaver(dice.fork(String(one)), climate),
  );
  const quarter = "2026-Q1";
  const rules = {
    quarter,
    questionnaire: defaultQuestionnaire,
    tree: { units: { A: "group" }, pictured: [] },
    series: ["leaver"],
    limits: { k: PEOPLE, c: 1 },
  } as const;
  const payloads = answers.map((given) => ({
    unit: "A",
    series: "leaver" as const,
    answers: given,
  }));
  const [atom] = count(payloads, rules, NOTHING_WAITING, () => 0).release.atoms;
  if (atom === undefined) throw new Error("no result of eight people");
  return { atom, answers };
}
