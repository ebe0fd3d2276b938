import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attackReleases } from "@/lib/audit/attack";
import { count } from "@/lib/disclosure/count";
import { geometricNoise } from "@/lib/disclosure/noise";
import type { AtomItem, Cell, Release } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import { NOTHING_WAITING, type Waiting } from "@/lib/disclosure/waiting";
import { tossed } from "../disclosure/attacks/dice";
import {
  atom,
  cell,
  payload,
  people,
  REASON,
  rules,
  SILENT,
  scale,
  survey,
} from "../disclosure/small-survey";
import { broken, collected, ROUNDS, solve } from "./collected";

const mean: AtomItem = { kind: "scale", n: 8, sum: 20, low: 16, high: 32 };
const reasons: AtomItem = {
  kind: "classes",
  counts: { natural: 2, avoidable: 4, career: 2 },
  low: 2,
  high: 6,
};

/** In the third quarter A is merged into B, C changes its group, and no group is pictured any more. */
function reorganised(round: RoundRules, index: number): RoundRules {
  if (index < 2) return round;
  const tree = { units: { B: "north", C: "north" }, pictured: [] };
  return { ...round, tree, mergedInto: { A: "B" } };
}

describe("the attacker of releases finds nothing", () => {
  it("in what the mix makes of any answers, quarter after quarter, also over a merger", () => {
    const person = fc.record({
      unit: fc.constantFrom("A", "A", "B", "C"),
      series: fc.constantFrom("leaver" as const, "leaver" as const, "retiree" as const),
      answers: fc.record(
        {
          meaning: fc.integer({ min: 1, max: 5 }),
          reason: fc.constantFrom("move", "load", "role", "quiet"),
          enps: fc.nat({ max: 10 }),
        },
        { requiredKeys: [] },
      ),
    });
    const quarter = fc.array(person, { minLength: 3, maxLength: 60, size: "max" });
    const tables = { atoms: 0, cells: 0 };
    fc.assert(
      fc.property(fc.array(quarter, { minLength: 5, maxLength: 5 }), fc.boolean(), (all, moved) => {
        const rounds = moved ? ROUNDS.map(reorganised) : ROUNDS;
        const past: Release[] = [];
        let waiting: Waiting = NOTHING_WAITING;
        for (const [index, round] of rounds.entries()) {
          const here = (all[index] ?? []).filter(({ unit }) =>
            Object.hasOwn(round.tree.units, unit),
          );
          const payloads = here.map((one) => payload(one.unit, one.answers, one.series));
          const noise = geometricNoise(tossed(`audit ${index}`));
          const result = count(payloads, round, waiting, noise);
          past.push(result.release);
          waiting = result.waiting;
        }
        expect(attackReleases(collected(rounds, past, 60), solve)).toEqual([]);
        tables.atoms += past.reduce((sum, { atoms }) => sum + atoms.length, 0);
        tables.cells += past.reduce((sum, { cells }) => sum + cells.length, 0);
      }),
      { seed: 7, numRuns: 40 },
    );
    expect(Math.min(tables.atoms, tables.cells)).toBeGreaterThan(100);
  });
});

describe("the attacker stops a unit's result", () => {
  it.each([
    ["of fewer than the limit", atom({}, { n: 7 }), "too-few"],
    ["under weaker limits than the round's", atom({}, { n: 8, k: 5 }), "too-few"],
    ["without an insider where one is promised", atom({}, { c: 0 }), "too-few"],
    ["of a quarter without a manifest", atom({}, { to: "2026-Q2" }), "unknown-round"],
    ["that begins after it ends", atom({}, { from: "2026-Q2" }), "wrong-span"],
    ["over more than twenty quarters", atom({}, { from: "2021-Q1" }), "wrong-span"],
    ["of a unit that nobody knows", atom({}, { unit: "toString" }), "unknown-place"],
    ["with background in it", atom({ next: reasons }), "wrong-slice"],
    ["with several choices in it", atom({ more: reasons }), "wrong-slice"],
    ["with a mean of reasons", atom({ reason: mean }), "wrong-slice"],
    ["with five answers to a question", atom({ meaning: { ...mean, n: 5 } }), "item-too-small"],
    ["with looser bounds", atom({ meaning: { ...mean, low: 12 } }), "wrong-bounds"],
    ["with a sum the clamp let through", atom({ meaning: { ...mean, sum: 36 } }), "outside-bounds"],
    ["with a broken sum", atom({ meaning: { ...mean, sum: 20.5 } }), "wrong-shape"],
  ] as const)("%s", (_, found, rule) => {
    expect(broken([found])).toContain(rule);
  });

  it("with classes of other bounds, codes or counts", () => {
    const changed = (changes: object) => broken([atom({ reason: { ...reasons, ...changes } })]);
    expect(changed({})).toEqual([]);
    expect(changed({ low: 1 })).toEqual(["wrong-bounds"]);
    expect(changed({ high: 7 })).toEqual(["wrong-bounds"]);
    expect(changed({ high: 5 })).toEqual(["item-too-small"]);
    expect(changed({ counts: { natural: 2, avoidable: 6 } })).toEqual(["wrong-codes"]);
    const loose = { natural: 1, avoidable: 5, career: 2 };
    expect(changed({ counts: loose })).toEqual(["outside-bounds"]);
  });

  it("that covers a quarter of an earlier one, and says how few can be told apart", () => {
    const earlier = atom({}, { to: "2025-Q4" });
    const beside = (changes: Parameters<typeof atom>[1]) => broken([earlier, atom({}, changes)]);
    expect(beside({ from: "2026-Q1" })).toEqual([]);
    expect(beside({ from: "2025-Q4", unit: "B" })).toEqual([]);
    expect(beside({ from: "2025-Q4" })).toEqual(["counted-twice"]);
    expect(beside({ from: "2025-Q1", n: 11 })).toEqual(["counted-twice", "group-isolated"]);
    expect(broken([atom({}), atom({})])).toEqual(["counted-twice"]);
  });

  it("but not one that older answers were merged into, unless those stood in a result already", () => {
    const merged = ROUNDS.map((round, index) => (index < 4 ? round : { ...round, ...INTO }));
    const own = atom({}, { unit: "A", to: "2025-Q4" });
    const both = atom({}, { unit: "A", from: "2025-Q1", n: 30 });
    expect(broken([own, both], [], merged)).toEqual([]);
    const shown = atom({}, { unit: "B", to: "2025-Q4" });
    expect(broken([own, shown, both], [], merged)).toContain("counted-twice");
    expect(broken([own, both])).toContain("counted-twice");
  });
});

/** B and its answers become A's. */
const INTO = { mergedInto: { B: "A" }, tree: { units: { A: "north", C: "south" }, pictured: [] } };

describe("the attacker stops a picture", () => {
  const options = { 1: 6, 2: 6, 3: 6, 4: 6, 5: 6, "no-answer": 0 };
  const picture = (changes: Partial<Cell>, items: Cell["items"] = { meaning: { options } }) =>
    broken([], [cell(items, changes)]);

  it("of fewer than thirty, at an unknown place, or of a quarter without a manifest", () => {
    expect(picture({})).toEqual([]);
    expect(picture({ n: 29 })).toEqual(["too-few"]);
    expect(picture({ node: "unit:Z" })).toEqual(["unknown-place"]);
    expect(picture({ to: "2026-Q2" })).toEqual(["unknown-round"]);
    expect(picture({ from: "2026-Q2" })).toContain("wrong-span");
  });

  it("of people who stand in another: the same quarter, one before, or a unit's that waited", () => {
    const two = (first: Partial<Cell>, second: Partial<Cell>) =>
      broken([], [cell({}, first), cell({}, second)]);
    expect(two({ to: "2025-Q4", from: "2025-Q4" }, {})).toEqual([]);
    expect(two({}, {})).toEqual(["counted-twice"]);
    expect(two({ to: "2025-Q4", from: "2025-Q4" }, { from: "2025-Q4" })).toEqual(["counted-twice"]);
    expect(picture({ node: "unit:A", from: "2025-Q4" }, {})).toEqual(["counted-twice"]);
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
    expect(picture({}, { meaning: { options: { ...options, 1: 0.5 } } })).toEqual(["wrong-shape"]);
    expect(picture({}, { why: { options } })).toEqual(["wrong-slice"]);
  });

  it("of more people than answered", () => {
    const one = collected(ROUNDS, [{ atoms: [], cells: [cell({})] }], 5);
    expect(attackReleases(one, solve).map(({ rule }) => rule)).toEqual(["too-many-counted"]);
    const enough = collected(ROUNDS, [{ atoms: [], cells: [cell({})] }], 6);
    expect(attackReleases(enough, solve)).toEqual([]);
  });

  it("whose noise was left out", () => {
    const questionnaire = survey(REASON, ...["a", "b", "c", "d", "e", "f"].map((id) => scale(id)));
    const round = rules({ questionnaire });
    const { release } = count(people(30, "A"), round, NOTHING_WAITING, SILENT);
    expect(broken(release.atoms, release.cells, [round])).toContain("noise-missing");
  });
});
