import { describe, expect, test } from "vitest";
import type { Departure } from "@/lib/departures/departure";
import { changesNothing, type KindPlan, planHash, shownPlan } from "@/lib/imports/kind-plan";
import { straight } from "@/lib/imports/pace";
import type { Plan } from "@/lib/imports/plan";
import { importSummary } from "@/lib/imports/summary";

const anna: Departure = {
  pseudonym: "p-1",
  unitCode: "V1",
  lastDay: "2026-03-31",
  kind: "resignation",
  email: null,
  privateEmail: "anna@home.example",
  language: "sv",
  delivery: "mail",
  protected: false,
  staffGroup: "",
};

const EMPTY: Plan<Departure> = { added: [], changed: [], unchanged: 0, removed: [] };
const departures = (plan: Partial<Plan<Departure>>): KindPlan => ({
  kind: "departures",
  plan: { ...EMPTY, ...plan },
});

const hashOf = (planned: KindPlan) => straight(planHash(planned));

describe("the hash of a plan", () => {
  test("is the same for the same plan, however its rows are written down", () => {
    const { pseudonym, ...rest } = anna;
    const again = departures({ added: [{ ...rest, pseudonym }] });
    expect(hashOf(departures({ added: [anna] }))).toBe(hashOf(again));
  });

  test("differs with any value, with what is done, and with how much is left alone", () => {
    const hashes = [
      departures({}),
      departures({ unchanged: 1 }),
      departures({ added: [anna] }),
      departures({ removed: [anna] }),
      departures({ added: [{ ...anna, privateEmail: "anna@other.example" }] }),
      { kind: "units", plan: { added: [], changed: [], unchanged: 0, removed: [] } } as KindPlan,
    ].map(hashOf);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

test("neither what is shown nor what is kept of a plan holds an address or a pseudonym", () => {
  const change = {
    before: anna,
    after: { ...anna, privateEmail: "anna@other.example" },
    fields: ["privateEmail"] as const,
  };
  const plan = departures({ added: [anna], changed: [change], removed: [anna] });
  expect(JSON.stringify([shownPlan(plan, 20), importSummary(plan)])).not.toMatch(/@|p-1/);
  expect(shownPlan(plan, 20).changed.first[0]?.fields).toEqual(["privateEmail"]);
});

test("what is kept of a plan is counts: a last day would outlive its departure's purge", () => {
  const kept = importSummary(departures({ added: [anna], unchanged: 4 }));
  expect(kept).toEqual({
    added: 1,
    changed: 0,
    unchanged: 4,
    removed: 0,
    numbers: [{ unitCode: "V1", kind: "resignation", added: 1, removed: 0 }],
  });
});

test("a plan that leaves every row alone changes nothing", () => {
  expect(changesNothing(departures({ unchanged: 3 }))).toBe(true);
  expect(changesNothing(departures({ removed: [anna] }))).toBe(false);
});
