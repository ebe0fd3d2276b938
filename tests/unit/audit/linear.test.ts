import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Sum, smallestIsolated } from "@/lib/audit/linear";

const sum = (groups: readonly number[]): Sum => ({
  people: groups.length,
  groups: groups.map((one) => `person ${one}`),
});
const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe("adding and subtracting published figures", () => {
  it("gives a whole less its parts: a year beside its quarters, a region beside its units", () => {
    expect(smallestIsolated([sum(people(1, 8)), sum(people(9, 16))])).toBe(8);
    expect(smallestIsolated([sum(people(1, 8)), sum(people(1, 11))])).toBe(3);
    const quarters = [sum(people(1, 8)), sum(people(9, 16)), sum(people(17, 24))];
    expect(smallestIsolated([...quarters, sum(people(1, 25))])).toBe(1);
  });

  it("needs three figures and a half of each for some groups, and is found all the same", () => {
    const [a, b, c] = [people(1, 3), people(4, 6), people(7, 9)];
    expect(smallestIsolated([sum([...a, ...b]), sum([...b, ...c]), sum([...a, ...c])])).toBe(3);
  });

  it("finds as small a group as trying every combination with small factors, for twenty people", () => {
    const figure = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 4 }), (figures) => {
        const sums = figures.map(sum);
        const smallest = smallestIsolated(sums);
        for (const factors of combinations(sums.length)) {
          const each = people(1, 20).map((person) =>
            figures.reduce(
              (all, one, index) => all + (one.includes(person) ? (factors[index] ?? 0) : 0),
              0,
            ),
          );
          const isGroup = each.every((value) => value === 0 || value === 1);
          const size = each.reduce((all, value) => all + value, 0);
          if (isGroup && size > 0) expect(size).toBeGreaterThanOrEqual(smallest);
        }
        expect(smallest).toBeLessThanOrEqual(Math.min(...figures.map((one) => one.length)));
      }),
      { seed: 12, numRuns: 60 },
    );
  });
});

/** Every choice of −2 … 2 for each figure. */
function combinations(figures: number): readonly (readonly number[])[] {
  if (figures === 0) return [[]];
  return combinations(figures - 1).flatMap((rest) =>
    [-2, -1, 0, 1, 2].map((factor) => [...rest, factor]),
  );
}
