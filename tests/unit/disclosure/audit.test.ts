import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditRelease } from "@/lib/disclosure/audit/audit-release";
import { known, leastOpen, tables } from "@/lib/disclosure/audit/enumerate";
import { count } from "@/lib/disclosure/count";
import { geometricNoise } from "@/lib/disclosure/noise";
import type { Atom, AtomItem, Cell, Release } from "@/lib/disclosure/release";
import { NOTHING_WAITING, type Waiting } from "@/lib/disclosure/waiting";
import { tossed } from "./attacks/dice";
import { atom, cell, payload, people, REASON, rules, SILENT, scale, survey } from "./small-survey";

const ROUND = rules();
const mean: AtomItem = { kind: "scale", n: 8, sum: 20, low: 16, high: 32 };
const reasons: AtomItem = {
  kind: "classes",
  counts: { natural: 2, avoidable: 4, career: 2 },
  low: 2,
  high: 6,
};

const rulesBroken = (atoms: readonly Atom[], cells: readonly Cell[] = [], past: Release[] = []) =>
  auditRelease(past, { quarter: "2026-Q1", atoms, cells }, ROUND).map((leak) => leak.rule);

describe("the audit inside the mix permits", () => {
  it("what the mix makes of any answers, quarter after quarter", () => {
    const person = fc.record({
      unit: fc.constantFrom("A", "A", "B", "C"),
      series: fc.constantFrom("leaver" as const, "retiree" as const),
      answers: fc.record(
        {
          meaning: fc.integer({ min: 1, max: 5 }),
          reason: fc.constantFrom("move", "load", "role", "quiet"),
          enps: fc.nat({ max: 10 }),
        },
        { requiredKeys: [] },
      ),
    });
    const round = fc.array(person, { minLength: 20, maxLength: 80, size: "max" });
    let published = 0;
    fc.assert(
      fc.property(fc.tuple(round, round, round), (quarters) => {
        const past: Release[] = [];
        let waiting: Waiting = NOTHING_WAITING;
        for (const [index, list] of quarters.entries()) {
          const rules = { ...ROUND, quarter: `2026-Q${index + 1}` as Release["quarter"] };
          const payloads = list.map((one) => payload(one.unit, one.answers, one.series));
          const noise = geometricNoise(tossed(`audit ${index}`));
          const result = count(payloads, rules, waiting, noise);
          expect(auditRelease(past, result.release, rules)).toEqual([]);
          past.push(result.release);
          waiting = result.waiting;
          published += result.release.atoms.length + result.release.cells.length;
        }
      }),
      { seed: 7, numRuns: 40 },
    );
    expect(published).toBeGreaterThan(100);
  });
});

describe("the audit stops a unit's result", () => {
  it.each([
    ["of fewer than the limit", atom({}, { n: 7 }), "atom-too-small"],
    ["under weaker limits than the round's", atom({}, { n: 8, k: 5 }), "atom-too-small"],
    ["without an insider where one is promised", atom({}, { c: 0 }), "atom-too-small"],
    ["that ends in another quarter", atom({}, { to: "2025-Q4" }), "atom-quarters"],
    ["that begins after it ends", atom({}, { from: "2026-Q2" }), "atom-quarters"],
    ["of a unit that nobody knows", atom({}, { unit: "toString" }), "unknown-place"],
    ["with background in it", atom({ next: reasons }), "wrong-slice"],
    ["with several choices in it", atom({ more: reasons }), "wrong-slice"],
    ["with a mean of reasons", atom({ reason: mean }), "wrong-slice"],
    ["with five answers to a question", atom({ meaning: { ...mean, n: 5 } }), "item-too-small"],
    ["with looser bounds", atom({ meaning: { ...mean, low: 12 } }), "wrong-bounds"],
    ["with a sum the clamp let through", atom({ meaning: { ...mean, sum: 36 } }), "outside-bounds"],
    ["with a broken sum", atom({ meaning: { ...mean, sum: 20.5 } }), "not-whole"],
  ] as const)("%s", (_, found, rule) => {
    expect(rulesBroken([found])).toContain(rule);
  });

  it("with classes of other bounds, codes or counts", () => {
    const changed = (changes: object) => atom({ reason: { ...reasons, ...changes } });
    expect(rulesBroken([changed({ low: 1 })])).toEqual(["wrong-bounds"]);
    expect(rulesBroken([changed({ high: 7 })])).toEqual(["wrong-bounds"]);
    expect(rulesBroken([changed({ high: 5 })])).toEqual(["item-too-small"]);
    expect(rulesBroken([changed({ counts: { natural: 2, avoidable: 6 } })])).toEqual([
      "wrong-codes",
    ]);
    expect(rulesBroken([changed({ counts: { natural: 1, avoidable: 5, career: 2 } })])).toEqual([
      "outside-bounds",
    ]);
  });

  it("that covers a quarter of an earlier one", () => {
    const earlier: Release = {
      quarter: "2025-Q4",
      atoms: [atom({}, { to: "2025-Q4" })],
      cells: [],
    };
    expect(rulesBroken([atom({}, { from: "2025-Q4" })], [], [earlier])).toEqual(["atom-twice"]);
    expect(rulesBroken([atom({}, { from: "2026-Q1" })], [], [earlier])).toEqual([]);
    expect(rulesBroken([atom({}, { from: "2025-Q4", unit: "B" })], [], [earlier])).toEqual([]);
    expect(rulesBroken([atom({}), atom({})])).toEqual(["atom-twice"]);
  });

  it("but not one of a unit that older totals were merged into, once a quarter", () => {
    const release = (to: "2025-Q4" | "2026-Q1"): Release => ({
      quarter: to,
      atoms: [atom({}, { to })],
      cells: [],
    });
    const merged = rules({ mergedInto: { Z: "A" } });
    expect(auditRelease([release("2025-Q4")], release("2026-Q1"), merged)).toEqual([]);
    expect(auditRelease([release("2026-Q1")], release("2026-Q1"), merged)).toHaveLength(1);
  });
});

describe("the audit's enumeration", () => {
  const open = (shown: number, low: number, high: number, insiders: 0 | 1) => {
    const { from, to } = known(shown, low, high, 30);
    const anyone = Array.from({ length: 5 }, () => ({ from: 0, to: 6 }));
    const agreeing = [...tables(6, anyone)].filter((table) => {
      const sum = table.reduce((all, n, index) => all + n * (index + 1), 0);
      return sum >= from && sum <= to;
    });
    return leastOpen(agreeing, insiders);
  };

  it("finds all five values open inside the bounds, even for a colleague", () => {
    for (let sum = 14; sum <= 22; sum += 1) expect(open(sum, 14, 22, 1)).toBe(5);
  });

  it("finds the value that looser bounds close to a colleague", () => {
    expect(open(11, 10, 26, 0)).toBe(5);
    expect(open(11, 10, 26, 1)).toBe(2);
  });
});

describe("the audit stops a picture", () => {
  const options = { 1: 6, 2: 6, 3: 6, 4: 6, 5: 6, "no-answer": 0 };
  const picture = (changes: Partial<Cell>, items: Cell["items"] = { meaning: { options } }) =>
    rulesBroken([], [cell(items, changes)]);

  it("of fewer than thirty, at an unknown place, or twice", () => {
    expect(picture({})).toEqual([]);
    expect(picture({ n: 29 })).toEqual(["cell-too-small"]);
    expect(picture({ node: "unit:Z" })).toEqual(["unknown-place"]);
    expect(picture({ to: "2025-Q4" })).toEqual(["unknown-place"]);
    expect(rulesBroken([], [cell({}), cell({})])).toEqual(["cell-twice"]);
  });

  it("of answers and background together, or of background below the region", () => {
    const next = { next: { options: { private: 1, none: 29, "no-answer": 0 } } };
    expect(picture({ slice: "background" }, next)).toEqual([]);
    expect(picture({}, next)).toEqual(["wrong-slice"]);
    expect(picture({ slice: "background" })).toEqual(["wrong-slice"]);
    expect(picture({ slice: "background", node: "unit:A" }, next)).toEqual(["unknown-place"]);
  });

  it("with other codes than the question has, or a broken count", () => {
    expect(picture({}, { meaning: { options: { ...options, 6: 1 } } })).toEqual(["wrong-codes"]);
    expect(picture({}, { meaning: { options, classes: {} } })).toEqual(["wrong-codes"]);
    expect(picture({}, { meaning: { options: { ...options, 1: 0.5 } } })).toEqual(["not-whole"]);
    expect(picture({}, { why: { options } })).toEqual(["wrong-slice"]);
  });

  it("whose noise was left out", () => {
    const questionnaire = survey(REASON, ...["a", "b", "c", "d", "e", "f"].map((id) => scale(id)));
    const round = rules({ questionnaire });
    const { release } = count(people(30, "A"), round, NOTHING_WAITING, SILENT);
    expect(auditRelease([], release, round).map(({ rule }) => rule)).toEqual(["noise-missing"]);
  });
});
