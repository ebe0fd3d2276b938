import { describe, expect, it } from "vitest";
import { type DemoRegion, demoRegion } from "@/lib/demo/region";
import { lastDayOf, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { monthOf } from "@/lib/turnover/month";
import { overview } from "@/lib/turnover/overview";
import { MOTION_POLICY, type RuleReading } from "@/lib/turnover/policy";
import type { UnitMonths } from "@/lib/turnover/unit-months";

const QUARTERS: readonly Quarter[] = ["2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3"];

function unitMonths(region: DemoRegion): UnitMonths[] {
  return region.units.map((unit) => ({
    ...unit,
    headcount: Object.fromEntries(
      region.headcount
        .filter(({ unitCode }) => unitCode === unit.code)
        .map(({ month, permanent }) => [month, permanent]),
    ),
    departures: region.departures.filter(({ unitCode }) => unitCode === unit.code),
  }));
}

function verdicts(open: Quarter, rule: RuleReading) {
  const asOf = monthOf(lastDayOf(shiftQuarter(open, -1)));
  return overview(unitMonths(demoRegion(open)), asOf, { ...MOTION_POLICY, rule });
}

const names = (units: readonly { name: string }[]) => units.map(({ name }) => name);
const centres = <U extends { kind: string }>(units: readonly U[]) =>
  units.filter(({ kind }) => kind === "primary_care");

describe.each(QUARTERS)("what the demonstration shows when %s is open", (open) => {
  const each = verdicts(open, "each-year");
  const either = verdicts(open, "either");

  it("prioritises the units that truly are bad and large enough to tell", () => {
    expect(names(each.byVerdict.prioritise)).toEqual([
      "Akutvårdsavdelningen",
      "Björken",
      "Älvstranden",
    ]);
    expect(names(either.byVerdict.prioritise)).toEqual(names(each.byVerdict.prioritise));
  });

  it("watches Lindgården and Rönnby, which are fine but have been over the limit three years by chance", () => {
    expect(names(each.byVerdict.watch)).toEqual(["Lindgården", "Rönnby"]);
  });

  it("watches Tallmon too where three years are pooled, though no rule of each year reaches it", () => {
    expect(names(centres(either.byVerdict.watch))).toEqual(["Lindgården", "Rönnby", "Tallmon"]);
  });

  it("sees a new signal at Klockarberget, under the limit but above its equals", () => {
    expect(names(centres(each.byVerdict["new-signal"]))).toEqual(["Klockarberget"]);
    expect(names(centres(either.byVerdict["new-signal"]))).toEqual(["Klockarberget"]);
  });

  it("does not see Idholmen, which truly is bad but too small to tell", () => {
    expect(names(either.byVerdict.neither)).toContain("Idholmen");
  });

  it("gives some single-year notices, all of them units that are fine", () => {
    const noticed = names(either.units.filter(({ notice }) => notice));
    const fine = demoRegion(open).truth.filter(({ state }) => state === "fine");
    expect(noticed.length).toBeGreaterThanOrEqual(8);
    expect(noticed.length).toBeLessThanOrEqual(20);
    expect(names(fine)).toEqual(expect.arrayContaining(noticed));
  });

  it("keeps Älvstranden's record through the merger, with a break in the series", () => {
    const merged = each.units.find(({ code }) => code === "VC29");
    expect(merged?.breaks).toEqual([
      { month: `${Number(open.slice(0, 4)) - 2}-01`, predecessors: ["VC31", "VC32"] },
    ]);
    expect(merged?.years).toHaveLength(5);
  });
});

describe("the region's turnover as a whole", () => {
  it("is about 7–8 % a year without retirement, and about 2 points more with it", () => {
    const { rates } = verdicts("2026-Q4", "each-year").last12;
    if (rates.external.kind !== "rate" || rates.externalExcl.kind !== "rate") throw new Error();
    expect(rates.externalExcl.value).toBeGreaterThan(0.07);
    expect(rates.externalExcl.value).toBeLessThan(0.085);
    expect(rates.external.value - rates.externalExcl.value).toBeCloseTo(0.02, 1.5);
  });
});
