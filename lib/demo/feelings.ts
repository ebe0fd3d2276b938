import { bell, type Dice } from "./random";
import type { Climate } from "./spec";

/** The five-step items, and the mean of those who leave an ordinary workplace. */
const USUAL = {
  ...{ H1: 4, H2: 3.5, H3: 3, H4: 3.2, H5: 3.4, H6: 3.1, H7: 3.8, H8: 3.2, H9: 3.9 },
  ...{ D1: 2.7, D2: 3.2 },
} as const;

export type ScaleItem = keyof typeof USUAL;

type Shifts = Readonly<Partial<Record<ScaleItem, number>>>;

const CLIMATE: Readonly<Record<Climate, Shifts>> = {
  ordinary: {},
  strained: { H3: -0.7, H4: -0.5, H5: -0.4, H6: -0.7, H8: -0.5, D1: -1.1, D2: -0.7 },
  merged: { H3: -0.5, H4: -0.7, H5: -0.6, H6: -0.6, H7: -0.6, H8: -0.7, H9: -0.5, D1: -0.7 },
  silent: { H3: -0.7, H4: -1.2, H5: -1.3, H6: -1, H8: -0.5, D2: -1.4 },
  stagnant: { H2: -0.9, H3: -0.3 },
};

const REASON: Readonly<Record<string, Shifts>> = {
  A1: { H4: -1.2, H5: -1.2, H6: -0.9, D2: -0.7 },
  A3: { D1: -0.9, H3: -0.4 },
  A4: { D1: -0.9 },
  A7: { H2: -1.1 },
  A8: { H6: -0.8, D2: -0.4 },
  A11: { D2: -1.3, H5: -0.6 },
  A12: { D1: -1.2, H8: -0.5 },
  A14: { D1: -0.8, H3: -0.9 },
};

/** The same person leans one way in all answers. */
export type Person = { readonly mood: number; readonly climate: Climate; readonly reason: string };

/** An answer on a five-step scale, 1..5. */
export function step(dice: Dice, item: ScaleItem, person: Person): number {
  const mean =
    USUAL[item] +
    (CLIMATE[person.climate][item] ?? 0) +
    (REASON[person.reason]?.[item] ?? 0) +
    person.mood;
  return within(Math.round(mean + bell(dice) * 0.8), 1, 5);
}

/** How likely to recommend the region as an employer, 0..10. */
export function recommendation(dice: Dice, person: Person): number {
  const unhappy = person.climate === "ordinary" || person.climate === "stagnant" ? 0 : -1.8;
  return within(Math.round(6.3 + unhappy + person.mood * 1.7 + bell(dice) * 1.9), 0, 10);
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export const SCALE_ITEMS = Object.keys(USUAL) as readonly ScaleItem[];
