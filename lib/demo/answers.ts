import type { Answer, Answers } from "@/lib/survey/questionnaire";
import { comeBack, nextStep, raised, staffGroup, talk, tenure } from "./background";
import { recommendation, SCALE_ITEMS, step } from "./feelings";
import { bell, chance, type Dice } from "./random";
import { levers, mainReason, otherReasons } from "./reasons";
import type { Climate } from "./spec";
import { ownWords } from "./words";

/** What decides how somebody answers: the true climate of the unit, and how they leave. */
export type Teller = {
  readonly climate: Climate;
  readonly unitKind: string;
  readonly retires: boolean;
  readonly language: string;
};

/** How often an item is left out. Some stop half-way; they are drawn apart. */
const SKIPPED: Readonly<Record<string, number>> = { H8: 0.09, B4: 0.06, A2: 0.08, A3: 0.07 };

/** The items after which somebody who tires has stopped, in the questionnaire's order. */
const LATE = ["D1", "D2", "D3", "D4", "E1", "E2", "B4", "A2", "A3", "F1", "F2"];

/** One person's answers to the default questionnaire (`exit-1`); a skipped item has no entry. */
export function answersOf(dice: Dice, teller: Teller): Answers {
  const { climate, retires } = teller;
  const reason = mainReason(dice, climate, retires);
  const person = { mood: bell(dice) * 0.5 + (retires ? 0.5 : 0), climate, reason };
  const recommends = recommendation(dice, person);
  const all: Record<string, Answer> = {
    A1: retires ? "retire" : "own_external",
    B1: reason,
    B2: otherReasons(dice, climate, reason),
    // The short track: who retires is not asked what could have made them stay, nor what they raised.
    ...(retires ? {} : { B3: levers(dice, reason), D3: raised(dice, climate, reason) }),
    D4: talk(dice, climate),
    E1: recommends,
    E2: comeBack(dice, recommends),
    B4: nextStep(dice, reason, retires),
    A2: staffGroup(dice, teller.unitKind),
    A3: tenure(dice, retires),
    ...ownWords(dice, reason, teller.language),
  };
  for (const item of SCALE_ITEMS) all[item] = step(dice, item, person);
  return withoutSkipped(dice, all);
}

function withoutSkipped(dice: Dice, all: Readonly<Record<string, Answer>>): Answers {
  const tired = chance(dice, 0.05);
  return Object.fromEntries(
    Object.entries(all).filter(([item, answer]) => {
      const skips = chance(dice, SKIPPED[item] ?? 0.03);
      const empty = Array.isArray(answer) && answer.length === 0;
      // The kind of departure is known from the invitation and decides the path: it stays answered.
      return item === "A1" || !(skips || empty || (tired && LATE.includes(item)));
    }),
  );
}
