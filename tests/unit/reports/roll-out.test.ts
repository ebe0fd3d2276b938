import { expect, it } from "vitest";
import { buildReport } from "@/lib/reports/build";
import type { ProgrammeStepDecided } from "@/lib/reports/coming";
import { demoFacts } from "./demo-facts";

const facts = demoFacts();
const centres = facts.overview.units.filter(({ kind }) => kind === "primary_care");
const codes = (units: readonly { readonly code: string }[]) =>
  Object.fromEntries(units.map(({ code }) => [code, null]));

const decided = (scope: ProgrammeStepDecided["scope"], units: number): ProgrammeStepDecided => ({
  ...{ number: 1, from: "2027-Q4", decidedOn: "2026-10-01" },
  ...{ scope, units },
});

/** Units that take part, and those expected to have a result, in the quarters of a plan. */
function planOf(change: Partial<typeof facts>, ...at: readonly number[]) {
  const { rollOut = [] } = buildReport({ ...facts, ...change });
  return at.map((i) => [rollOut[i]?.quarter, rollOut[i]?.units, rollOut[i]?.own]);
}

it("shows the next five years from the quarter after the report's, and results only come", () => {
  const { rollOut = [] } = buildReport(facts);
  expect([rollOut[0]?.quarter, rollOut.length]).toEqual(["2026-Q4", 20]);
  const own = rollOut.map((one) => one.own);
  expect(own).toEqual(own.toSorted((a, b) => a - b));
  expect(own.at(-1)).toBeGreaterThan(own[0] ?? 0);
});

it("takes in who joins by a decision from its quarter on, and their results no sooner than a quarter later", () => {
  const programme = codes(centres);
  const all = facts.overview.units.length;
  const before = planOf({ programme }, 3, 19);
  const after = planOf({ programme, decisions: [decided("all-units", all)] }, 3, 4, 19);
  expect(after[0]).toEqual(before[0]);
  expect(after[1]?.slice(0, 2)).toEqual(["2027-Q4", all]);
  expect(Number(after[2]?.[2])).toBeGreaterThan(Number(before[1]?.[2]));
});

it("tells the same in the table of kinds as in that of quarters, whatever is decided", () => {
  const narrower = decided("all-centres", centres.length);
  for (const change of [{}, { decisions: [narrower] }, { programme: codes(centres) }]) {
    const { programme, rollOut = [] } = buildReport({ ...facts, ...change });
    const sum = (of: (step: (typeof programme)[number]) => number) =>
      programme.reduce((total, step) => total + of(step), 0);
    expect([
      sum(({ within }) => within.one),
      sum(({ within }) => within.three),
      sum(({ within }) => within.five),
    ]).toEqual([rollOut[3]?.own, rollOut[11]?.own, rollOut[19]?.own]);
  }
});

it("counts as own results now those that the report shows", () => {
  const { programme, survey } = buildReport({ ...facts, programme: codes(centres) });
  const shown = survey.results.filter(({ people }) => people.kind !== "withheld");
  expect(programme.reduce((total, { own }) => total + own, 0)).toBe(shown.length);
});

it("never draws more units with a result than take part, and tells of the others beside", () => {
  const { rollOut = [] } = buildReport({
    ...facts,
    decisions: [decided("all-centres", centres.length)],
  });
  for (const { units, own, ownTaking = own } of rollOut) {
    expect(ownTaking).toBeLessThanOrEqual(Math.min(units, own));
  }
  expect(rollOut.at(-1)?.own).toBeGreaterThan(rollOut.at(-1)?.ownTaking ?? 0);
});

it("knows which centres a decision on flagged ones names", () => {
  const [centre] = centres;
  const flagged = { ...decided("flagged-centres", 1), codes: [centre?.code ?? ""] };
  expect(planOf({ decisions: [flagged] }, 4)[0]?.[1]).toBe(1);
});

it("says of every named unit without a result when there can be one, or why that cannot be said", () => {
  const missing = (change: Partial<typeof facts>) =>
    buildReport({ ...facts, ...change }).survey.results.filter((one) => one.from === null);
  for (const { months, never } of missing({})) expect(months === null).toBe(never !== undefined);
  expect(missing({}).map(({ name, never }) => [name, never])).toContainEqual([
    "Lindgården",
    "too-slow",
  ]);
  const nobody = missing({ programme: {} }).map(({ never }) => never);
  expect([...new Set(nobody)]).toEqual(["not-in"]);
});

it("expects no more results of units that a decision leaves out", () => {
  const stays = planOf({}, 3, 19);
  const narrowed = planOf({ decisions: [decided("all-centres", centres.length)] }, 3, 4, 19);
  expect(narrowed[0]).toEqual(stays[0]);
  expect(narrowed[1]?.[1]).toBe(centres.length);
  expect(Number(narrowed[2]?.[2])).toBeLessThan(Number(stays[1]?.[2]));
});
