import { describe, expect, it } from "vitest";
import { demoRegion } from "@/lib/demo/region";

const region = demoRegion("2026-Q4");
const open = region.units.filter(({ validTo }) => validTo === null);
const centres = open.filter(({ kind }) => kind === "primary_care");
const staffOf = (code: string) =>
  region.headcount.filter(({ unitCode }) => unitCode === code).at(-1)?.permanent;

describe("the units of Region Norrsjö", () => {
  it("are 30 primary-care centres, 18 in town and 12 in the country, of 10–60 permanent employees", () => {
    expect(centres).toHaveLength(30);
    const inTown = centres.filter(({ peerGroup }) => peerGroup === "vårdcentraler i tätort");
    expect(inTown).toHaveLength(18);
    for (const { code } of centres) {
      expect(staffOf(code)).toBeGreaterThanOrEqual(10);
      expect(staffOf(code)).toBeLessThanOrEqual(62);
    }
  });

  it("and 55 others in four more groups of at least ten, about 5 300 employees in all", () => {
    const others = open.filter(({ kind }) => kind === "hospital" || kind === "other");
    const sizes = new Map<string, number>();
    for (const { peerGroup } of others) {
      sizes.set(peerGroup ?? "", (sizes.get(peerGroup ?? "") ?? 0) + 1);
    }
    expect([...sizes.values()]).toEqual([15, 14, 12, 14]);
    const staff = open.reduce((sum, { code }) => sum + (staffOf(code) ?? 0), 0);
    expect(staff).toBeGreaterThan(5_000);
    expect(staff).toBeLessThan(5_600);
  });

  it("hold a merger, a new name and a closed unit", () => {
    const unit = (code: string) => region.units.find((row) => row.code === code);
    expect(unit("VC29")).toMatchObject({
      name: "Älvstranden",
      validFrom: "2024-01-01",
      predecessors: ["VC31", "VC32"],
    });
    expect(unit("VC32")).toMatchObject({ name: "Östervik", validTo: "2023-12-31" });
    expect(unit("SE02")).toMatchObject({ validFrom: "2025-01-01", predecessors: ["SE15"] });
    expect(unit("VC33")).toMatchObject({ name: "Hagaberg", validTo: "2023-12-31" });
  });
});

describe("the truth behind the numbers", () => {
  const active = region.truth.filter(({ unit }) => open.some(({ code }) => code === unit));
  const named = (state: string) =>
    active.filter((truth) => truth.state === state).map(({ name, rate }) => [name, rate]);

  it("is that four units are bad, at 15–17 % a year", () => {
    expect(named("bad")).toEqual([
      ["Björken", 0.16],
      ["Idholmen", 0.15],
      ["Älvstranden", 0.17],
      ["Akutvårdsavdelningen", 0.155],
    ]);
  });

  it("is that one is raised above its equals, and all others are as usual", () => {
    expect(named("raised")).toEqual([["Klockarberget", 0.09]]);
    expect(named("fine")).toHaveLength(80);
    for (const { state, rate, usual } of active) if (state === "fine") expect(rate).toBe(usual);
  });

  it("is 7.4 % a year on average", () => {
    const [rates, staff] = active.reduce(
      ([r, s], { unit, rate }) => [r + rate * (staffOf(unit) ?? 0), s + (staffOf(unit) ?? 0)],
      [0, 0],
    );
    expect(rates / staff).toBeCloseTo(0.0744, 3);
  });
});

describe("what people at the region have written", () => {
  const { explanations, actions, comments } = region.content;

  it("is about units that exist, by somebody in a role", () => {
    const codes = new Set(region.units.map(({ code }) => code));
    const roles = ["Verksamhetschef", "Vårdenhetschef", "HR-chef", "HR-direktör"];
    for (const { unitCode } of [...explanations, ...actions]) expect(codes).toContain(unitCode);
    for (const { who } of [...explanations, ...actions, ...comments]) expect(roles).toContain(who);
  });

  it("explains Älvstranden by the merger, and lets Rönnby's explanation expire with the last quarter", () => {
    expect(
      explanations.map(({ unitCode, what, appliesFrom, expires }) => [
        unitCode,
        what,
        appliesFrom,
        expires,
      ]),
    ).toEqual([
      ["VC29", "Sammanslagning med Östervik", "2024-01-01", "2027-03-31"],
      ["VC29", "Chefsbyte", "2025-05-01", "2026-06-30"],
      ["VC20", "Flytt av barnmorskemottagningen", "2025-03-01", "2026-09-30"],
    ]);
  });

  it("leaves Lindgården without an action, and has one done, some under way and one not begun", () => {
    expect(actions.map(({ unitCode, state }) => `${unitCode} ${state}`)).toEqual([
      "VC04 ongoing",
      "VC20 done",
      "VC25 ongoing",
      "VC29 ongoing",
      "VC29 planned",
      "ME02 ongoing",
    ]);
  });

  it("comments on the last two reports", () => {
    expect(comments.map(({ quarter, writtenOn }) => [quarter, writtenOn])).toEqual([
      ["2026-Q3", "2026-11-10"],
      ["2026-Q2", "2026-08-11"],
    ]);
  });
});
