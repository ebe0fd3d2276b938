import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byTrying, fewestOpen, labelOf, rangeOf, type View } from "@/lib/audit/bounds";
import { byProgramme } from "@/lib/audit/programme";
import { classView, scaleView } from "@/lib/audit/results";
import { firstByHand } from "@/lib/audit/witness";
import { solve } from "./collected";

/** A five-step question of six people: as a unit's result shows its sum between two bounds. */
const six = (sum: number, low: number, high: number) =>
  scaleView(6, rangeOf(labelOf(sum, low, high), sum, 6, 30));

describe("trying every table of answers", () => {
  it("finds all five values open inside the bounds, even for a colleague", () => {
    for (let sum = 14; sum <= 22; sum += 1)
      expect(fewestOpen(six(sum, 14, 22), 1, byTrying)).toBe(5);
  });

  it("finds the value that looser bounds close to a colleague", () => {
    expect(fewestOpen(six(11, 10, 26), 0, byTrying)).toBe(5);
    expect(fewestOpen(six(11, 10, 26), 1, byTrying)).toBe(2);
  });

  it("finds two reasons open to a colleague, and one when the number of silent people is shown", () => {
    const counts = [2, 6].map((n) => rangeOf(labelOf(n, 2, 6), n, 0, 8));
    expect(fewestOpen(classView(8, counts), 1, byTrying)).toBe(2);
    const nobody = {
      ...classView(8, [
        { from: 1, to: 1 },
        { from: 7, to: 7 },
      ]),
      unanswered: null,
    };
    expect(fewestOpen(nobody, 1, byTrying)).toBe(1);
  });
});

describe("the solver, asked where too many people are for trying", () => {
  it("agrees with trying every table, wherever both can be asked", () => {
    const label = fc.constantFrom("count" as const, "at-most" as const, "at-least" as const);
    const scales = fc
      .record({
        people: fc.integer({ min: 2, max: 7 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        label,
      })
      .map(({ people, share, label: kind }) => {
        const sum = Math.round(people * (1 + 4 * share));
        return scaleView(people, rangeOf(kind, sum, people, 5 * people));
      });
    const classes = fc
      .record({
        people: fc.integer({ min: 2, max: 7 }),
        counts: fc.array(fc.tuple(label, fc.nat({ max: 4 })), { minLength: 2, maxLength: 4 }),
      })
      .map(({ people, counts }) =>
        classView(
          people,
          counts.map(([kind, n]) => rangeOf(kind, n, 0, people)),
        ),
      );
    const seen = new Set<number>();
    fc.assert(
      fc.property(
        fc.oneof(scales, classes),
        fc.constantFrom(0 as const, 1 as const),
        (view: View, c) => {
          const tried = fewestOpen(view, c, byTrying);
          seen.add(tried);
          expect(fewestOpen(view, c, byProgramme(solve))).toBe(tried);
          expect(
            fewestOpen(
              view,
              c,
              firstByHand(() => false),
            ),
          ).toBe(tried);
        },
      ),
      { seed: 11, numRuns: 25 },
    );
    expect(seen.size).toBeGreaterThan(3);
  });

  it("leaves all five values open for any sum of forty people, and finds what a sum without bounds closes", () => {
    const asked = byProgramme(solve);
    for (const sum of [48, 49, 192]) {
      const view = scaleView(40, rangeOf(labelOf(sum, 48, 192), sum, 40, 200));
      expect(fewestOpen(view, 1, asked)).toBe(5);
    }
    expect(fewestOpen(scaleView(40, { from: 42, to: 42 }), 1, asked)).toBe(1);
  });
});
