import { describe, expect, it } from "vitest";
import { count } from "@/lib/disclosure/count";
import { NOTHING_WAITING, waitingSchema } from "@/lib/disclosure/waiting";
import { people, REASON, rules, SILENT, scale, survey } from "./small-survey";

const first = (n: number, quarter: "2025-Q4" | "2026-Q1" = "2025-Q4") =>
  count(
    people(n, "A", { meaning: 3, reason: "load" }),
    rules({ quarter }),
    NOTHING_WAITING,
    SILENT,
  );

describe("a unit's own result", () => {
  it("does not exist for seven people, and does for eight", () => {
    expect(first(7).release.atoms).toEqual([]);
    expect(first(8).release.atoms.map(({ unit, n }) => [unit, n])).toEqual([["A", 8]]);
  });

  it("gathers people over quarters, and says which", () => {
    const seven = first(7);
    const next = count(people(1, "A"), rules({ quarter: "2026-Q1" }), seven.waiting, SILENT);
    expect(next.release.atoms.map(({ from, to, n }) => [from, to, n])).toEqual([
      ["2025-Q4", "2026-Q1", 8],
    ]);
    expect(next.waiting.units).toEqual([]);
  });

  it("clamps the sum of a scale and the count of a class away from unanimity", () => {
    const [alike] = count(
      people(8, "A", { meaning: 5, reason: "load", enps: 0 }),
      rules(),
      NOTHING_WAITING,
      SILENT,
    ).release.atoms;
    expect(alike?.items).toEqual({
      meaning: { kind: "scale", n: 8, sum: 32, low: 16, high: 32 },
      reason: {
        kind: "classes",
        counts: { natural: 2, avoidable: 6, career: 2 },
        low: 2,
        high: 6,
      },
      enps: { kind: "classes", counts: { detractor: 6, passive: 2, promoter: 2 }, low: 2, high: 6 },
    });
  });

  it("holds no multiple choice, no background, no text and no count of those who kept silent", () => {
    const answers = { reason: "quiet", more: ["load"], next: "private", why: "Long story" };
    const { release } = count(people(8, "A", answers), rules(), NOTHING_WAITING, SILENT);
    expect(release.atoms[0]?.items).toEqual({
      reason: {
        kind: "classes",
        counts: { natural: 2, avoidable: 2, career: 2 },
        low: 2,
        high: 6,
      },
      enps: { kind: "classes", counts: { detractor: 2, passive: 2, promoter: 2 }, low: 2, high: 6 },
    });
  });
});

describe("the way to a unit's own result", () => {
  it("shows a five-step question from six answers", () => {
    const answered = (n: number) =>
      count(
        [...people(n, "A", { meaning: 3 }), ...people(8 - n, "A")],
        rules({ questionnaire: survey(scale("meaning")) }),
        NOTHING_WAITING,
        SILENT,
      ).release.atoms[0]?.items;
    expect(answered(5)).toEqual({});
    expect(answered(6)).toEqual({ meaning: { kind: "scale", n: 6, sum: 18, low: 14, high: 22 } });
  });

  it("never counts leavers and retirees together", () => {
    const mixed = [...people(7, "A"), ...people(7, "A", {}, "retiree")];
    expect(count(mixed, rules(), NOTHING_WAITING, SILENT).release.atoms).toEqual([]);
  });

  it("keeps the strictest limits of the rounds it spans", () => {
    const strict = count(
      people(7, "A"),
      rules({ limits: { k: 10, c: 1 } }),
      NOTHING_WAITING,
      SILENT,
    );
    const loose = rules({ limits: { k: 5, c: 0 }, quarter: "2026-Q2" });
    expect(count(people(2, "A"), loose, strict.waiting, SILENT).release.atoms).toEqual([]);
    const [atom] = count(people(3, "A"), loose, strict.waiting, SILENT).release.atoms;
    expect([atom?.k, atom?.c, atom?.n]).toEqual([10, 1, 10]);
  });

  it("takes on stricter limits of a round that brought nobody new, also when two units' totals meet", () => {
    const half = [...people(4, "A"), ...people(4, "B")];
    const gathered = count(half, rules(), NOTHING_WAITING, SILENT).waiting;
    const stricter = rules({
      quarter: "2026-Q2",
      limits: { k: 9, c: 1 },
      tree: { units: { B: "north", C: "south" }, pictured: [] },
      mergedInto: { A: "B" },
    });
    const { release, waiting } = count([], stricter, gathered, SILENT);
    expect(release.atoms).toEqual([]);
    expect(waiting.units.map(({ unit, n, k }) => [unit, n, k])).toEqual([["B", 8, 9]]);
  });

  it("destroys totals that have not reached the limit after twenty quarters", () => {
    const waiting = first(3, "2026-Q1").waiting;
    const later = (quarter: "2030-Q3" | "2030-Q4" | "2031-Q1") =>
      count(people(1, "A"), rules({ quarter }), waiting, SILENT).waiting.units.map(({ n }) => n);
    expect(later("2030-Q3")).toEqual([4]);
    expect(later("2030-Q4")).toEqual([]);
    expect(later("2031-Q1")).toEqual([1]);
  });
});

describe("a tree that changes", () => {
  const waiting = [...people(4, "A"), ...people(4, "B")];
  const gathered = count(waiting, rules(), NOTHING_WAITING, SILENT).waiting;
  const south = { units: { B: "south", C: "south" }, pictured: [] };

  it("adds the totals of merged units", () => {
    const merged = rules({ quarter: "2026-Q2", tree: south, mergedInto: { A: "B" } });
    const { atoms } = count([], merged, gathered, SILENT).release;
    expect(atoms.map(({ unit, n }) => [unit, n])).toEqual([["B", 8]]);
  });

  it("destroys the totals of units that were split or closed", () => {
    const closed = rules({ quarter: "2026-Q2", tree: south });
    const result = count([], closed, gathered, SILENT);
    expect(result.release.atoms).toEqual([]);
    expect(result.waiting.units.map(({ unit, n }) => [unit, n])).toEqual([["B", 4]]);
  });

  it("refuses answers for a unit or series that the manifest does not list", () => {
    const round = rules({ series: ["leaver"] });
    const odd = [...people(1, "toString"), ...people(1, "A", {}, "mover"), ...people(1, "A")];
    expect(count(odd, round, NOTHING_WAITING, SILENT).stats).toEqual({ counted: 1, dropped: 2 });
  });
});

describe("a question whose wording or classes changed", () => {
  const reworded = { ...REASON, text: { sv: "Why, really?" } };
  const changed = rules({ quarter: "2026-Q2", questionnaire: survey(scale("meaning"), reworded) });
  const before = count(
    people(7, "A", { meaning: 3, reason: "load" }),
    rules(),
    NOTHING_WAITING,
    SILENT,
  ).waiting;

  it("starts from zero, so three new answers beside seven old ones are not shown", () => {
    const { atoms } = count(
      people(3, "A", { meaning: 3, reason: "load" }),
      changed,
      before,
      SILENT,
    ).release;
    expect(atoms[0]?.n).toBe(10);
    expect(atoms[0]?.items).toEqual({
      meaning: { kind: "scale", n: 10, sum: 30, low: 18, high: 42 },
    });
  });

  it("is shown with bounds of those who were asked, once they are enough", () => {
    const { atoms } = count(people(8, "A", { reason: "load" }), changed, before, SILENT).release;
    expect(atoms[0]?.items["reason"]).toEqual({
      kind: "classes",
      counts: { natural: 2, avoidable: 6, career: 2 },
      low: 2,
      high: 6,
    });
  });
});

describe("what waits", () => {
  it("is counts only, and reads back as it was written", () => {
    const { waiting } = first(7);
    expect(waitingSchema.parse(JSON.parse(JSON.stringify(waiting)))).toEqual(waiting);
    expect(waiting.units[0]?.items["meaning"]).toMatchObject({ kind: "scale", n: 7, sum: 21 });
  });

  it("is refused when something else than counts is in it", () => {
    const { waiting } = first(7);
    const [totals] = waiting.units;
    const odd = { ...waiting, units: [{ ...totals, answers: [{ meaning: 3 }] }] };
    expect(waitingSchema.safeParse(odd).success).toBe(false);
  });

  it("does not tell in which order people answered", () => {
    const forth = [
      ...people(2, "A", { why: "b" }),
      ...people(2, "C", { why: "a" }),
      ...people(2, "B"),
    ];
    const back = [...forth].reverse();
    const result = (list: typeof forth) =>
      JSON.stringify(count(list, rules(), NOTHING_WAITING, SILENT));
    expect(result(forth)).toBe(result(back));
  });
});
