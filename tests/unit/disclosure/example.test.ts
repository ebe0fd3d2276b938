import { describe, expect, it } from "vitest";
import { classCount, scaleMean } from "@/lib/disclosure/atom-figures";
import { optionCount } from "@/lib/disclosure/cell-figures";
import { count } from "@/lib/disclosure/count";
import {
  EXAMPLE_REASON,
  exampleAnswers,
  exampleClass,
  exampleMean,
  exampleReason,
} from "@/lib/disclosure/example";
import { sumCells } from "@/lib/disclosure/picture";
import type { Limits } from "@/lib/disclosure/release";
import { NOTHING_WAITING } from "@/lib/disclosure/waiting";
import type { Payload } from "@/lib/sealing/payload";
import { option, payload, people, rules, SILENT } from "./small-survey";

const LIMITS: readonly Limits[] = [
  { k: 8, c: 1 },
  { k: 5, c: 0 },
  { k: 12, c: 1 },
];

/** What a whole round would publish for the same people. */
function released(payloads: readonly Payload[], limits: Limits) {
  return count(payloads, rules({ limits }), NOTHING_WAITING, SILENT).release;
}

describe.each(LIMITS)("the example on the review page, with k = $k and c = $c", (limits) => {
  const scales = (answers: readonly number[]) =>
    released(
      answers.map((meaning) => payload("A", { meaning })),
      limits,
    ).atoms[0];

  it.each([1, 3, 5])("shows the mean that the mix would publish for an answer of %i", (own) => {
    const answers = exampleAnswers(limits, own);
    const example = exampleMean(limits, own);
    expect(answers[0]).toBe(own);
    expect(example.people).toBe(answers.length);
    expect(example.mixed).toEqual(scaleMean(scales(answers), "meaning"));
    expect(example.alike).toEqual(scaleMean(scales(answers.map(() => 5)), "meaning"));
    expect(example.alike.kind).toBe("at-least");
  });

  it("shows the kind of reason that the mix would publish, and never that all gave it", () => {
    const example = exampleClass(limits);
    const half = Math.ceil(example.people / 2);
    const mixed = [
      ...people(half, "A", { reason: "load" }),
      ...people(example.people - half, "A", { reason: "role" }),
    ];
    const alike = people(example.people, "A", { reason: "load" });
    const shown = (all: readonly Payload[]) =>
      classCount(released(all, limits).atoms[0], "reason", "avoidable");
    expect(example.mixed).toEqual(shown(mixed));
    expect(example.alike).toEqual(shown(alike));
    expect(example.alike.kind).toBe("at-least");
  });
});

describe("the example of a single reason", () => {
  it.each([false, true])(
    "is the rounded figure of the smallest picture (sensitive: %s)",
    (harsh) => {
      const reason = harsh ? "bullying" : "load";
      const round = [
        ...people(EXAMPLE_REASON, "C", { reason }),
        ...people(30 - EXAMPLE_REASON, "C", { reason: "role" }),
      ];
      const picture = sumCells(released(round, { k: 8, c: 1 }).cells);
      const asked = option(reason, { sensitive: harsh });
      const example = exampleReason(asked);
      expect(example.count).toEqual(optionCount(picture, "reason", asked));
      expect(example).toEqual({
        people: { kind: "about", n: 30 },
        count: { kind: "about", n: 10 },
      });
    },
  );
});
