import { describe, expect, it } from "vitest";
import { classCount, scaleMean } from "@/lib/disclosure/atom-figures";
import { atomItem } from "@/lib/disclosure/atom-item";
import { count } from "@/lib/disclosure/count";
import type { Limits } from "@/lib/disclosure/release";
import { NOTHING_WAITING } from "@/lib/disclosure/waiting";
import type { Answers, Item } from "@/lib/survey/questionnaire";
import { option, people, rules, SILENT, scale, survey } from "../small-survey";
import { leastOpen, type Publish } from "./table-attacker";

const CHOICES = ["one", "two", "three"];
const CHOICE: Item = {
  id: "choice",
  text: { sv: "Which?" },
  type: "single",
  slice: "unit",
  options: CHOICES.map((code) => option(code, { class: code })),
};

/** The whole way of the product: people answer, the mix counts, the page prints. */
const published =
  (item: Item, answers: readonly Answers[], limits: Limits): Publish =>
  (table) => {
    const payloads = table.flatMap((n, index) => people(n, "A", answers[index]));
    const round = rules({ questionnaire: survey(item), limits });
    const [atom] = count(payloads, round, NOTHING_WAITING, SILENT).release.atoms;
    const figures =
      item.type === "scale5"
        ? [atom?.items["mean"], scaleMean(atom, "mean")]
        : [atom?.items["choice"], ...CHOICES.map((name) => classCount(atom, "choice", name))];
    return JSON.stringify([atom?.n, figures]);
  };

/** Values 1 to 5, then a skip; classes, then a skip. */

const scaleAnswers: readonly Answers[] = [...[1, 2, 3, 4, 5].map((mean) => ({ mean })), {}];
const choiceAnswers: readonly Answers[] = [...CHOICES.map((choice) => ({ choice })), {}];

const meanOf = (limits: Limits) => published(scale("mean"), scaleAnswers, limits);
const choiceOf = (limits: Limits) => published(CHOICE, choiceAnswers, limits);

describe("a colleague who reads a unit's result and knows the own answer", () => {
  it.each([8, 9])(
    "rules out no value of a five-step question for anyone, skips or not (n = %i)",
    (n) => {
      expect(leastOpen(n, 6, meanOf({ k: 8, c: 1 }), 1, 5)).toBe(5);
    },
  );

  it("rules out none when everybody answered, up to twelve people", () => {
    expect(leastOpen(12, 5, meanOf({ k: 8, c: 1 }), 1)).toBe(5);
  });

  it.each([8, 9, 12])("never learns which of two reasons another had (n = %i)", (n) => {
    expect(leastOpen(n, 4, choiceOf({ k: 8, c: 1 }), 1)).toBeGreaterThanOrEqual(2);
    expect(leastOpen(n, 3, choiceOf({ k: 8, c: 1 }), 1)).toBeGreaterThanOrEqual(2);
  });

  it("learns as little at the smallest limit that a round may have", () => {
    expect(leastOpen(6, 5, meanOf({ k: 5, c: 1 }), 1)).toBe(5);
    expect(leastOpen(5, 4, choiceOf({ k: 5, c: 1 }), 1)).toBeGreaterThanOrEqual(2);
  });

  it("is not provided for when no insider is assumed: that promise is then not made", () => {
    expect(leastOpen(6, 5, meanOf({ k: 5, c: 0 }), 0)).toBe(5);
    expect(leastOpen(6, 5, meanOf({ k: 5, c: 0 }), 1)).toBeLessThan(5);
  });
});

describe("a unit in which all, all but one or all but two agree", () => {
  it("publishes the same for all three, on scales and on reasons", () => {
    const mean = meanOf({ k: 8, c: 1 });
    expect(mean([0, 0, 0, 0, 8])).toBe(mean([0, 0, 0, 1, 7]));
    expect(mean([0, 0, 0, 0, 8])).toBe(mean([1, 0, 0, 1, 6]));
    expect(mean([0, 0, 0, 0, 8])).not.toBe(mean([1, 1, 1, 0, 5]));
    const reasons = choiceOf({ k: 8, c: 1 });
    expect(reasons([8, 0, 0, 0])).toBe(reasons([7, 1, 0, 0]));
    expect(reasons([8, 0, 0, 0])).toBe(reasons([6, 1, 1, 0]));
    expect(reasons([8, 0, 0, 0])).not.toBe(reasons([5, 2, 1, 0]));
  });
});

describe("broken rules that the enumeration must catch", () => {
  const total = (table: readonly number[]) =>
    table.reduce((sum, n, index) => sum + n * (index + 1), 0);

  it("no clamp", () => {
    expect(leastOpen(8, 5, (table) => String(total(table)), 0)).toBe(1);
  });

  it("a label only when the clamp bites", () => {
    const bites: Publish = (table) => {
      const item = atomItem({ kind: "scale", fingerprint: "", n: 8, sum: total(table) }, 8, 1);
      if (item?.kind !== "scale") return "";
      return `${item.sum} ${total(table) < item.low || total(table) > item.high}`;
    };
    expect(leastOpen(8, 5, bites, 1)).toBe(4);
  });

  it("a count of no answer beside clamped classes", () => {
    const shown = choiceOf({ k: 8, c: 1 });
    expect(leastOpen(8, 4, (table) => `${shown(table)} ${table[3]}`, 1)).toBe(1);
  });

  it("rounding to five instead of noise", () => {
    const rounded: Publish = (table) => table.map((n) => Math.round(n / 5) * 5).join();
    expect(leastOpen(33, 3, rounded, 0)).toBe(1);
  });
});

describe("an employer who knows who retired, and why", () => {
  const NATURAL = 0;

  it("learns nothing, because retirees are counted apart: six leavers have no result", () => {
    const apart: Publish = (table) => {
      const [natural = 0, avoidable = 0] = table;
      const payloads = [
        ...people(2, "A", { choice: "one" }, "retiree"),
        ...people(natural - 2, "A", { choice: "one" }),
        ...people(avoidable, "A", { choice: "two" }),
      ];
      const round = rules({ questionnaire: survey(CHOICE) });
      return JSON.stringify(count(payloads, round, NOTHING_WAITING, SILENT).release.atoms);
    };
    expect(leastOpen(8, 2, apart, 1, 2, [NATURAL, NATURAL])).toBe(2);
  });

  it("would close answers if the series were mixed", () => {
    const mixed = choiceOf({ k: 8, c: 1 });
    expect(leastOpen(8, 2, mixed, 1, 2, [NATURAL, NATURAL])).toBe(1);
  });
});
