import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attackReleases } from "@/lib/audit/attack";
import { byTrying, fewestOpen, labelOf, rangeOf } from "@/lib/audit/bounds";
import { classView, scaleView } from "@/lib/audit/results";
import { count } from "@/lib/disclosure/count";
import type { Atom, Cell, Release } from "@/lib/disclosure/release";
import { NOTHING_WAITING } from "@/lib/disclosure/waiting";
import {
  atom,
  cell,
  people,
  REASON,
  rules,
  SILENT,
  scale,
  survey,
} from "../disclosure/small-survey";
import { broken, collected, solve } from "./collected";

const ROUND = rules();
const counted = (...answers: Parameters<typeof count>[0][]): Release =>
  count(
    answers.flatMap((some) => [...some]),
    ROUND,
    NOTHING_WAITING,
    SILENT,
  ).release;

/** What the attacker says of one quarter's tables. */
const said = (atoms: readonly unknown[], cells: readonly unknown[] = []) =>
  attackReleases({ ...collected([ROUND], []), atoms, cells }, solve).map(({ rule }) => rule);

/** Eight who answered alike but for a few: the clamp bites. */
const alike = () => counted(people(8, "A", { meaning: 5, reason: "load" })).atoms;

describe("a broken rule is caught by the attacker of releases: a unit's result", () => {
  it("that is shown with the clamp of no insider, though one is promised", () => {
    const limits = { k: 8, c: 0 } as const;
    const weak = count(
      people(8, "A", { meaning: 5 }),
      { ...ROUND, limits },
      NOTHING_WAITING,
      SILENT,
    ).release;
    expect(said(alike())).toEqual([]);
    expect(said(weak.atoms)).toContain("too-few");
    expect(said(weak.atoms.map((one) => ({ ...one, c: 1 })))).toContain("wrong-bounds");
    expect(fewestOpen(scaleView(8, rangeOf("at-least", 36, 8, 40)), 1, byTrying)).toBeLessThan(5);
  });

  it("that says when the clamp bit", () => {
    const told = alike().map((one) => ({
      ...one,
      items: { meaning: { ...one.items["meaning"], clamped: true } },
    }));
    expect(said(told)).toEqual(["wrong-shape"]);
    // Told to be clamped, the sum was under the bound, not at it; a bound that is always one tells neither.
    const below = { from: 8, to: 15 };
    const bounded = rangeOf(labelOf(16, 16, 32), 16, 8, 40);
    expect(fewestOpen(scaleView(8, below), 1, byTrying)).toBeLessThan(5);
    expect(fewestOpen(scaleView(8, bounded), 1, byTrying)).toBe(5);
  });

  it("that is not clamped at all", () => {
    const open = alike().map((one) => ({
      ...one,
      items: { meaning: { kind: "scale", n: 8, sum: 40, low: 16, high: 32 } },
    }));
    expect(said(open)).toEqual(["outside-bounds"]);
  });

  it("that shows how many gave no answer", () => {
    const shown = alike().map((one) => {
      const reason = one.items["reason"];
      const counts = reason?.kind === "classes" ? { ...reason.counts, "no-answer": 2 } : {};
      return { ...one, items: { reason: { ...reason, counts } } };
    });
    expect(said(shown)).toEqual(["wrong-codes"]);
  });

  it("that mixes retirees, whose reason is known, with those who left", () => {
    const mixed = counted(people(2, "A", { reason: "move" }), people(6, "A", { reason: "load" }))
      .atoms[0]?.items["reason"];
    if (mixed?.kind !== "classes") throw new Error("no result");
    const codes = Object.keys(mixed.counts);
    const answers = codes.map((code) => {
      const n = mixed.counts[code] ?? 0;
      return rangeOf(labelOf(n, mixed.low, mixed.high), n, 0, 8);
    });
    const known = codes.map((code) => (code === "natural" ? 2 : 0));
    expect(fewestOpen(classView(8, answers), 1, byTrying)).toBeGreaterThanOrEqual(2);
    expect(fewestOpen({ ...classView(8, answers), unanswered: null }, 1, byTrying, known)).toBe(1);
    expect(said(alike().map((one) => ({ ...one, series: "leaver and retiree" })))).toContain(
      "unknown-place",
    );
  });
});

describe("a broken rule is caught by the attacker of releases: figures beside each other", () => {
  it("a parent that is the exact sum of its units, whatever the size of the rest", () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 30 }), fc.integer({ min: 1, max: 7 }), (n, rest) => {
        const [unit] = counted(people(n, "A"), people(rest, "B")).atoms;
        const parent = { ...unit, unit: "group:north", n: n + rest };
        expect(said([unit])).toEqual([]);
        expect(said([unit, parent])).toEqual(
          expect.arrayContaining(["counted-twice", "group-isolated"]),
        );
      }),
      { seed: 21, numRuns: 20 },
    );
  });

  it("a year beside three of its quarters", () => {
    const quarters = ["2025-Q2", "2025-Q3", "2025-Q4"] as const;
    const parts = quarters.map((quarter) => atom({}, { from: quarter, to: quarter }));
    const year: Atom = atom({}, { from: "2025-Q2", to: "2026-Q1", n: 25 });
    expect(broken(parts)).toEqual([]);
    expect(broken([...parts, year])).toEqual(["counted-twice", "group-isolated"]);
  });

  it("a result that is corrected and published once more", () => {
    expect(broken([atom({}, { n: 9 }), atom({}, { n: 10 })])).toEqual(["counted-twice"]);
  });

  it("a unit under a new name that takes over answers without the manifest saying so", () => {
    const moved = [0, 1, 2, 3, 4].map((index) =>
      rules({
        quarter:
          (["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"] as const)[index] ?? "2025-Q1",
        tree: { units: { [index < 3 ? "A" : "X"]: "north" }, pictured: [] },
      }),
    );
    const renamed = moved.map((round, index) =>
      index < 3 ? round : { ...round, mergedInto: { A: "X" } },
    );
    const result = atom({}, { unit: "X", from: "2025-Q1" });
    expect(broken([result], [], moved)).toEqual(["wrong-span"]);
    expect(broken([result], [], renamed)).toEqual([]);
  });

  it("a picture of the region that holds the people of a unit's picture once more", () => {
    const unit = cell({}, { node: "unit:A" });
    const nested = {
      ...collected([ROUND], [{ atoms: [], cells: [unit, cell({}, { n: 60 })] }], 60),
    };
    expect(attackReleases(nested, solve).map(({ rule }) => rule)).toEqual(["too-many-counted"]);
  });
});

describe("a broken rule is caught by the attacker of releases: noise", () => {
  const ITEMS = ["a", "b", "c", "d", "e", "f"].map((id) => scale(id));
  const round = rules({ questionnaire: survey(REASON, ...ITEMS) });
  const exact = () => {
    const half = { reason: "load", a: 1, b: 2, c: 3, d: 4, e: 5, f: 1 };
    const other = { reason: "role", a: 2, b: 2, c: 1, d: 5, e: 4, f: 3 };
    const payloads = [...people(17, "A", half), ...people(16, "A", other)];
    return count(payloads, round, NOTHING_WAITING, SILENT).release.cells;
  };
  const changed = (change: (n: number, index: number) => number) =>
    exact().map((one): Cell => {
      let index = 0;
      const table = (counts: Readonly<Record<string, number>>) =>
        Object.fromEntries(
          Object.entries(counts).map(([code, n]) => {
            index += 1;
            return [code, change(n, index)];
          }),
        );
      const items = Object.entries(one.items).map(([id, { options, classes }]) => [
        id,
        { options: table(options), ...(classes === undefined ? {} : { classes: table(classes) }) },
      ]);
      return { ...one, items: Object.fromEntries(items) };
    });

  it("that was rounding instead", () => {
    expect(
      broken(
        [],
        changed((n) => Math.round(n / 5) * 5),
        [round],
      ),
    ).toEqual(["rounded"]);
  });

  it("that is too little in many pictures", () => {
    const quarters = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"] as const;
    const rounds = quarters.map((quarter) => ({ ...round, quarter }));
    const pictures = (size: number) =>
      quarters.flatMap((quarter) =>
        changed((n, index) => n + size * (index % 3 === 0 ? 1 : 0)).map((one) => ({
          ...one,
          from: quarter,
          to: quarter,
        })),
      );
    expect(broken([], pictures(3), rounds)).toEqual([]);
    expect(broken([], pictures(0), rounds)).toContain("noise-missing");
    expect(
      broken(
        [],
        changed((n, index) => (index === 1 ? n + 1 : n)),
        [round],
      ),
    ).toEqual([]);
  });
});
