import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { optionShare, shareSd } from "@/lib/disclosure/cell-figures";
import { count } from "@/lib/disclosure/count";
import { alphaFor, geometricNoise, type Noise } from "@/lib/disclosure/noise";
import { sumCells } from "@/lib/disclosure/picture";
import { type Cell, NO_ANSWER } from "@/lib/disclosure/release";
import { NOTHING_WAITING } from "@/lib/disclosure/waiting";
import type { Answers } from "@/lib/survey/questionnaire";
import {
  cell,
  ENPS,
  MORE,
  NEXT,
  option,
  payload,
  people,
  REASON,
  rules,
  SILENT,
  scale,
  survey,
} from "../small-survey";
import { tossed } from "./dice";

const DRAWS = 100_000;
const EDGE = 7;

/** Pearson's statistic of draws against P(x) = (1−α)/(1+α)·α^|x|, tails from ±7 together. */
function chiSquare(draw: () => number, alpha: number): number {
  const seen = new Array<number>(2 * EDGE + 1).fill(0);
  for (let i = 0; i < DRAWS; i += 1) {
    const bin = Math.min(Math.max(draw(), -EDGE), EDGE) + EDGE;
    seen[bin] = (seen[bin] ?? 0) + 1;
  }
  return seen.reduce((sum, count, bin) => {
    const x = Math.abs(bin - EDGE);
    const tail = x === EDGE ? 1 / (1 - alpha) : 1;
    const expected = DRAWS * ((1 - alpha) / (1 + alpha)) * alpha ** x * tail;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

/** 99.9 % point of χ² with 14 degrees of freedom. */
const CRITICAL = 36.12;

describe("the noise", () => {
  it.each([1, 2, 3, 5])("has the stated distribution (alpha = 2^(-1/%i), 100 000 draws)", (m) => {
    const noise = geometricNoise(tossed(`noise ${m}`));
    expect(chiSquare(() => noise(alphaFor(m)), alphaFor(m))).toBeLessThan(CRITICAL);
  });

  it("of another width would be noticed by the same test", () => {
    const noise = geometricNoise(tossed("wrong"));
    expect(chiSquare(() => noise(alphaFor(2)), alphaFor(1))).toBeGreaterThan(CRITICAL);
  });

  it("is refused for a width that cannot be drawn exactly, and without randomness", () => {
    expect(() => geometricNoise(tossed("x"))(0.6)).toThrow("No exact noise");
    expect(() => geometricNoise(() => new Uint8Array(0))(0.5)).toThrow("no bytes");
  });
});

const questionnaire = survey(scale("meaning"), REASON, MORE, ENPS, NEXT);
const round = rules({ questionnaire });

function cellsOf(own: Answers, noise: Noise): readonly Cell[] {
  const others = people(29, "A", { meaning: 3, reason: "load", enps: 9, next: "none" });
  return count([...others, payload("A", own)], round, NOTHING_WAITING, noise).release.cells;
}

type Count = readonly [name: string, n: number];

/** Every published count of an item, options and classes. */
function countsOf(cells: readonly Cell[], item: string): readonly Count[] {
  return cells.flatMap((cell) => {
    const { options = {}, classes = {} } = cell.items[item] ?? {};
    return [...Object.entries(options), ...Object.entries(classes)];
  });
}

const answersTo: Readonly<Record<string, fc.Arbitrary<Answers>>> = {
  meaning: fc.record({ meaning: fc.integer({ min: 1, max: 5 }) }, { requiredKeys: [] }),
  reason: fc.record(
    { reason: fc.constantFrom("move", "load", "bullying", "role", "quiet") },
    { requiredKeys: [] },
  ),
  more: fc.record({ more: fc.subarray(["move", "load", "role", "pay"]) }, { requiredKeys: [] }),
  enps: fc.record({ enps: fc.nat({ max: 10 }) }, { requiredKeys: [] }),
  next: fc.record({ next: fc.constantFrom("private", "none", "na") }, { requiredKeys: [] }),
};

describe("one answer to one question", () => {
  it.each(Object.keys(answersTo))("changes the odds of a picture by at most four (%s)", (item) => {
    const any = answersTo[item] ?? fc.constant({});
    const halvings = countsOf(
      cellsOf({}, (alpha) => -Math.log2(alpha)),
      item,
    );
    const exact = countsOf(cellsOf({}, SILENT), item);
    const weights = halvings.map(([, n], index) => n - (exact[index]?.[1] ?? 0));
    fc.assert(
      fc.property(any, any, (one, other) => {
        const first = countsOf(cellsOf(one, SILENT), item);
        const second = countsOf(cellsOf(other, SILENT), item);
        const doublings = first.reduce(
          (sum, [, n], index) =>
            sum + Math.abs(n - (second[index]?.[1] ?? 0)) * (weights[index] ?? 0),
          0,
        );
        expect(2 ** doublings).toBeLessThanOrEqual(4.000001);
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});

describe("the noise of a picture", () => {
  it("is drawn once for each count, no answer included, and for nothing else", () => {
    let draws = 0;
    const cells = cellsOf({}, () => {
      draws += 1;
      return 0;
    });
    const counts = ["meaning", "reason", "more", "enps", "next"].flatMap((id) =>
      countsOf(cells, id),
    );
    expect(draws).toBe(counts.length);
    expect(draws).toBe(6 + (5 + 4) + 5 + (12 + 4) + 3);
  });

  it("is not drawn for what waits, nor for a unit's result", () => {
    const never: Noise = () => {
      throw new Error("drawn");
    };
    const few = people(20, "A", { meaning: 3 });
    expect(count(few, round, NOTHING_WAITING, never).release.atoms).toHaveLength(1);
  });

  it("is as wide as the page says", () => {
    const noise = geometricNoise(tossed("width"));
    const blurred = (n: number) => n + noise(alphaFor(1));
    const errors = Array.from({ length: 4000 }, (_, run) => {
      const half = 13 + (run % 5);
      const options = { load: blurred(half), role: blurred(30 - half), [NO_ANSWER]: blurred(0) };
      const shown = optionShare(sumCells([cell({ q: { options } })]), "q", option("load"));
      return shown.kind === "about" ? shown.n - (100 * half) / 30 : Number.NaN;
    });
    const sd = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    expect(sd / shareSd(30, 1, alphaFor(1))).toBeGreaterThan(0.85);
    expect(sd / shareSd(30, 1, alphaFor(1))).toBeLessThan(1.05);
  });
});
