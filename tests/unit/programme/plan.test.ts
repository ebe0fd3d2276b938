import { describe, expect, test } from "vitest";
import {
  type PlanFacts,
  type PlanUnit,
  planSteps,
  type UnitPlan,
  unitPlans,
} from "@/lib/programme/plan";
import { joinedIn, programme } from "@/lib/programme/programme";
import type { ProgrammeRule } from "@/lib/programme/scope";
import { likely, quarterPlans } from "@/lib/programme/volumes";
import { poissonTail } from "@/lib/turnover/prediction";

const unit = (code: string, more: Partial<PlanUnit> = {}): PlanUnit => ({
  ...{ code, name: code, kind: "primary_care", predecessors: [], flagged: false },
  ...{ staff: 30, leavers: 4, own: false, left: 22, gathers: 40 },
  ...more,
});

/** A flagged centre that takes part, one that does not, and a hospital ward; as of the third quarter of 2026. */
const UNITS = [unit("A", { flagged: true }), unit("B"), unit("H", { kind: "hospital" })];
const flaggedOnly: ProgrammeRule = {
  ...{ number: 1, fromQuarter: "2026-Q1", scope: "flagged-centres", units: ["A"] },
};

const facts = (more: Partial<PlanFacts> = {}): PlanFacts => ({
  units: UNITS,
  programme: programme([flaggedOnly], UNITS),
  quarter: "2026-Q3",
  proposed: { "all-centres": "2027-Q1", "all-units": "2028-Q1" },
  ...more,
});

const way = (plans: readonly UnitPlan[]) =>
  plans.map(({ code, state, joins, showable }) => [code, state, joins, showable]);

describe("a plan says of every unit when it joins and when it can be shown", () => {
  test("from now, from its step, or not at all", () => {
    expect(way(unitPlans(facts()))).toEqual([
      // 22 months are eight quarters.
      ["A", "now", null, "2028-Q3"],
      // 40 months from the first quarter of 2027 on: one quarter from now, then fourteen.
      ["B", "proposed", "2027-Q1", "2030-Q2"],
      ["H", "proposed", "2028-Q1", "2031-Q2"],
    ]);
    const nothing = unitPlans(facts({ proposed: {} }));
    expect(way(nothing).slice(1)).toEqual([
      ["B", "later", null, null],
      ["H", "later", null, null],
    ]);
  });

  test("what is decided counts before what is proposed", () => {
    const wider: ProgrammeRule = {
      ...{ number: 2, fromQuarter: "2027-Q1", scope: "all-centres", units: [] },
    };
    const decided = programme([flaggedOnly, wider], UNITS);
    expect(unitPlans(facts({ programme: decided })).map(({ state }) => state)).toEqual([
      "now",
      "decided",
      "proposed",
    ]);
  });

  test("a result that takes more than five years is never promised, and none without leavers", () => {
    const units = [
      unit("A", { gathers: 61, left: null }),
      unit("B", { gathers: null, left: null }),
      unit("C", { own: true }),
    ];
    const all = facts({ units, programme: programme([], units), proposed: {} });
    expect(unitPlans(all).map(({ showable }) => showable)).toEqual(["never", null, "now"]);
  });

  test("steps hold the ones before, and begin when the last of their units joins", () => {
    const plan = facts();
    const steps = planSteps(unitPlans(plan), plan);
    expect(steps.map(({ scope, from, state, units }) => [scope, from, state, units])).toEqual([
      ["flagged-centres", null, "now", 1],
      ["all-centres", "2027-Q1", "proposed", 2],
      ["all-units", "2028-Q1", "proposed", 3],
    ]);
    expect(steps.at(-1)).toMatchObject({
      ...{ takingPart: 1, leavers: 12, planned: 6, own: 0 },
      within: { one: 0, three: 1, five: 3 },
    });
  });
});

describe("a coming decision that leaves out units", () => {
  test("a unit that a coming decision leaves out is not counted as one that takes part", () => {
    const narrower = programme([{ ...flaggedOnly, fromQuarter: "2027-Q1" }], UNITS);
    const plans = unitPlans(facts({ programme: narrower, proposed: {} }));
    expect(plans.map(({ state, until }) => [state, until])).toEqual([
      ["now", null],
      ["later", "2027-Q1"],
      ["later", "2027-Q1"],
    ]);
    const covered = quarterPlans(plans, "2026-Q3").map((one) => [one.decided, one.covered]);
    expect(covered.slice(0, 2)).toEqual([
      [3, 3],
      [1, 1],
    ]);
  });

  test("a unit that a coming decision leaves out takes part until then, and keeps a result that comes before", () => {
    const units = [unit("A", { flagged: true }), unit("B", { left: 3 }), unit("C", { left: 6 })];
    const plan = facts({
      units,
      programme: programme([{ ...flaggedOnly, fromQuarter: "2027-Q1" }], units),
      proposed: {},
    });
    expect(unitPlans(plan).map(({ showable }) => showable)).toEqual(["2028-Q3", "2026-Q4", null]);
    expect(planSteps(unitPlans(plan), plan)[1]).toMatchObject({
      takingPart: 3,
      within: { one: 1 },
    });
  });
});

describe("a plan's volumes", () => {
  test("grow with the steps, and half of the invited are taken to answer", () => {
    const quarters = quarterPlans(unitPlans(facts()), "2026-Q3");
    const at = (quarter: string) => quarters.find((one) => one.quarter === quarter);
    expect(quarters[0]?.quarter).toBe("2026-Q4");
    expect(at("2026-Q4")).toMatchObject({ decided: 1, covered: 1, own: 0 });
    expect(at("2027-Q1")).toMatchObject({ decided: 1, covered: 2 });
    expect(at("2028-Q3")).toMatchObject({ covered: 3, own: 1 });
    expect(at("2028-Q2")?.invited.expected).toBe(3);
    expect(at("2028-Q2")?.answers.expected).toBe(1.5);
  });

  test("keep within their range in at least 95 quarters of 100", () => {
    for (const expected of [0.5, 1.5, 7, 42.5]) {
      const { low, high } = likely(expected);
      const within = poissonTail(low, expected) - poissonTail(high + 1, expected);
      expect(within).toBeGreaterThanOrEqual(0.95);
    }
    expect(likely(0)).toEqual({ expected: 0, low: 0, high: 0 });
  });
});

describe("since when a unit takes part", () => {
  const later: ProgrammeRule = {
    ...{ number: 2, fromQuarter: "2027-Q2", scope: "all-centres", units: [] },
  };
  const rules = programme([flaggedOnly, later], UNITS);

  test("is always for those whom every decision invites, and their step's quarter for the others", () => {
    expect(joinedIn(rules, "A", "2028-Q1")).toBeNull();
    expect(joinedIn(rules, "B", "2028-Q1")).toBe("2027-Q2");
    expect(joinedIn(rules, "H", "2028-Q1")).toBeUndefined();
    expect(joinedIn(rules, "H", "2025-Q4")).toBeNull();
  });
});
