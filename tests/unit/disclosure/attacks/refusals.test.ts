import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleMean } from "@/lib/disclosure/atom-figures";
import { count } from "@/lib/disclosure/count";
import { hme } from "@/lib/disclosure/hme";
import { NOTHING_WAITING } from "@/lib/disclosure/waiting";
import type { Answers } from "@/lib/survey/questionnaire";
import { payload, people, rules, SILENT, scale, survey } from "../small-survey";

const answered: fc.Arbitrary<Answers> = fc.record({
  meaning: fc.integer({ min: 1, max: 5 }),
  reason: fc.constantFrom("move", "load", "bullying", "role"),
  more: fc.subarray(["move", "load", "role", "pay"], { minLength: 1, maxLength: 3 }),
  enps: fc.nat({ max: 10 }),
  next: fc.constantFrom("private", "none"),
});

const place = fc.record({
  unit: fc.constantFrom("A", "A", "B", "C"),
  series: fc.constantFrom("leaver" as const, "retiree" as const),
});

/** Everything but the counts: what exists, of whom, and what is refused. */
function outline(payloads: ReturnType<typeof payload>[]) {
  const { release, waiting } = count(payloads, rules(), NOTHING_WAITING, SILENT);
  return {
    atoms: release.atoms.map(({ items, ...rest }) => ({
      ...rest,
      items: Object.entries(items).map(([id, { kind, low, high }]) => [id, kind, low, high]),
    })),
    cells: release.cells.map(({ items, ...rest }) => ({ ...rest, items: Object.keys(items) })),
    units: waiting.units.map(({ unit, series, from, n }) => [unit, series, from, n]),
    left: waiting.cells.map(({ node, series, from, n }) => [node, series, from, n]),
  };
}

describe("what is refused", () => {
  it("depends on how many answered, never on what they answered", () => {
    const world = fc.array(fc.tuple(place, answered, answered), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(world, (list) => {
        const one = list.map(([at, answers]) => payload(at.unit, answers, at.series));
        const other = list.map(([at, , answers]) => payload(at.unit, answers, at.series));
        expect(outline(one)).toEqual(outline(other));
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

describe("a question that too few answered", () => {
  const parts = ["a", "b", "c", "d"].map((id) => scale(id, "motivation"));
  const questionnaire = survey(...parts);

  it("is in no figure above it: the index does not change with its answers", () => {
    const others = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 8 });
    const hidden = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 });
    const shown = (base: readonly number[], few: readonly number[]) => {
      const payloads = base.map((value, index) => {
        const d = few[index];
        const answers = { a: value, b: 3, c: value };
        return payload("A", d === undefined ? answers : { ...answers, d });
      });
      const round = rules({ questionnaire });
      const [atom] = count(payloads, round, NOTHING_WAITING, SILENT).release.atoms;
      return [atom, hme(questionnaire, (item) => scaleMean(atom, item))];
    };
    fc.assert(
      fc.property(others, hidden, hidden, (base, one, other) => {
        expect(shown(base, one)).toEqual(shown(base, other));
      }),
      { seed: 5 },
    );
  });

  it("would be given away by an index over all questions", () => {
    const overAll = (few: readonly number[]) =>
      [...Array(24).fill(3), ...few].reduce((sum: number, value) => sum + (value - 1) * 25, 0);
    expect(overAll([1, 2, 3, 4, 5])).not.toBe(overAll([5, 5, 5, 5, 5]));
  });

  it("does not say how many skipped a choice", () => {
    const skipping = (n: number) =>
      count(
        [...people(n, "A"), ...people(20 - n, "A", { reason: "load" })],
        rules(),
        NOTHING_WAITING,
        SILENT,
      ).release.atoms[0]?.items["reason"];
    expect(skipping(0)).toEqual(skipping(2));
    expect(skipping(0)).toMatchObject({ low: 2, high: 18 });
  });
});
