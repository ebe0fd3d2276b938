import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { permutation, shuffle } from "@/lib/mixing/shuffle";
import { tossedQuickly } from "../disclosure/attacks/dice";

/** Numbers handed out as 32-bit words, then zeros. */
const words =
  (...values: number[]) =>
  (n: number) => {
    const bytes = Buffer.alloc(n);
    for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, i * 4);
    return bytes;
  };

describe("the shuffle", () => {
  it("loses nothing, doubles nothing and leaves the list it was given alone", () => {
    const dice = tossedQuickly("items");
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        const before = [...items];
        const shuffled = shuffle(items, dice);
        expect([...shuffled].sort()).toEqual([...items].sort());
        expect(items).toEqual(before);
      }),
    );
  });

  it("gives each of the 24 orders of four equally often (χ² over 48 000 draws)", () => {
    const dice = tossedQuickly("orders");
    const counts = new Map<string, number>();
    for (let i = 0; i < 48_000; i += 1) {
      const order = permutation(4, dice).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chi = [...counts.values()].reduce((sum, n) => sum + (n - 2000) ** 2 / 2000, 0);
    // 23 degrees of freedom: other dice would pass 65 once in 100 000 runs.
    expect(chi).toBeLessThan(65);
  });

  it("puts the first of fifty in every place equally often (χ² over 50 000 draws)", () => {
    const dice = tossedQuickly("places");
    const counts = new Array<number>(50).fill(0);
    for (let i = 0; i < 50_000; i += 1) {
      const place = permutation(50, dice).indexOf(0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    const chi = counts.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    // 49 degrees of freedom: other dice would pass 104 once in 100 000 runs.
    expect(chi).toBeLessThan(104);
  });

  it("draws again where the words do not divide evenly", () => {
    // For three places 2³² leaves a rest of one: the word 0xFFFFFFFF would favour place 0.
    const even = permutation(3, words(0, 1, 0xffffffff, 1));
    expect([...even]).toEqual([...permutation(3, words(0, 1, 1))]);
  });
});
