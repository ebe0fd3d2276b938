/**
 * The demonstration's own dice. Only `lib/demo` may use them: the demonstration must come out alike on
 * every machine so that its known truth can be tested. Keys, blinding, shuffles and noise take the
 * system's secure source and are never seedable.
 */
export type Dice = {
  /** The next number, 0 ≤ x < 1. */
  readonly next: () => number;
  /** Dice of their own under a name: what one name draws never moves what another draws. */
  readonly fork: (label: string) => Dice;
};

/** FNV-1a with a final avalanche: a short name spread over 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const char of text) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Seeded dice (mulberry32, T. Ettinger, public domain algorithm): good enough for an example, not for a secret. */
export function diceFrom(seed: string): Dice {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, fork: (label) => diceFrom(`${seed}/${label}`) };
}

/** True with probability `p`. */
export function chance(dice: Dice, p: number): boolean {
  return dice.next() < p;
}

/** A whole number from `low` to `high`, both included. */
export function wholeBetween(dice: Dice, low: number, high: number): number {
  return low + Math.floor(dice.next() * (high - low + 1));
}

/** One of the texts, all alike likely. */
export function pick(dice: Dice, choices: readonly string[]): string {
  return choices[Math.floor(dice.next() * choices.length)] ?? "";
}

/** One of the keys, likely in proportion to its weight. */
export function weighted(dice: Dice, weights: Readonly<Record<string, number>>): string {
  const entries = Object.entries(weights);
  let left = dice.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries.at(-1)?.[0] ?? "";
}

/** A Poisson count (Knuth's product method, for small means such as departures in a month). */
export function poisson(dice: Dice, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = dice.next(); product > limit; product *= dice.next()) count += 1;
  return count;
}

/** Roughly normal, mean 0 and standard deviation 1 (Irwin–Hall). */
export function bell(dice: Dice): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += dice.next();
  return sum;
}
