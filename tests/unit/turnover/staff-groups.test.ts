import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withHistory } from "@/lib/turnover/lineage";
import { monthsUpTo } from "@/lib/turnover/month";
import { MOTION_POLICY } from "@/lib/turnover/policy";
import { unitMonthsFrom } from "@/lib/turnover/stored";
import { unitSummary } from "@/lib/turnover/summary";
import type { UnitMonths } from "@/lib/turnover/unit-months";
import { aUnit, left, steady } from "./a-unit";

const AS_OF = "2026-09";
const { from } = monthsUpTo(AS_OF, 60);

/** Nurses and physicians at every month's end, and who left of each in May 2025. */
function unit(
  code: string,
  staff: Readonly<Record<string, number>>,
  gone: Readonly<Record<string, number>>,
): UnitMonths {
  const all = Object.values(staff).reduce((sum, n) => sum + n, 0);
  return aUnit({
    ...{ code, headcount: steady(all, from, AS_OF) },
    staffGroups: Object.fromEntries(
      Object.entries(staff).map(([group, n]) => [group, steady(n, from, AS_OF)]),
    ),
    departures: Object.entries(gone).flatMap(([staffGroup, n]) =>
      left(n, "2025-05-31").map((one) => ({ ...one, staffGroup })),
    ),
  });
}

const compared = (one: UnitMonths, units: readonly UnitMonths[]) => {
  const found = unitSummary(one, units, AS_OF, MOTION_POLICY).comparison.externalExcl;
  if (found.kind !== "compared") throw new Error(found.reason);
  return found;
};

/** As files without the column give it. */
const undivided = ({ staffGroups: _, ...one }: UnitMonths): UnitMonths => ({
  ...one,
  departures: one.departures.map(({ lastDay, kind }) => ({ lastDay, kind })),
});

describe("expected departures are standardised by staff group", () => {
  // By hand, over three years: nurses 10 + 30 = 40 a month, 120 person-years, 2 + 16 = 18 left: 0.15.
  // Physicians 30 + 10 = 40, 120 person-years, 3 + 3 = 6 left: 0.05.
  const few = unit("few", { nurses: 10, physicians: 30 }, { nurses: 2, physicians: 3 });
  const many = unit("many", { nurses: 30, physicians: 10 }, { nurses: 16, physicians: 3 });
  const units = [few, many];

  test("a unit with many in a group that often leaves is expected to lose more", () => {
    // 30 person-years × 0.15 + 90 × 0.05, and the other way about.
    expect(compared(few, units)).toMatchObject({ basis: "staff-groups", observed: 5 });
    expect(compared(few, units).expected).toBeCloseTo(9, 12);
    expect(compared(many, units).expected).toBeCloseTo(15, 12);
    expect(compared(many, units).peerRate).toBeCloseTo(0.125, 12);
    // Without groups both would be expected to lose half of the 24.
    expect(compared(undivided(few), units.map(undivided))).toMatchObject({ basis: "peers" });
    expect(compared(undivided(few), units.map(undivided)).expected).toBeCloseTo(12, 12);
  });

  test("one departure or one month without a group, anywhere among the peers, and nobody is", () => {
    const unnamed = { ...many, departures: [...many.departures, ...left(1, "2025-06-30")] };
    expect(compared(few, [few, unnamed]).basis).toBe("peers");
    const { "2025-01": __, ...physicians } = many.staffGroups?.["physicians"] ?? {};
    const patchy = { ...many, staffGroups: { ...many.staffGroups, physicians } };
    expect(compared(few, [few, patchy]).basis).toBe("peers");
    // What lies before the window, and who is not counted, need none.
    const early = [...left(1, "2022-01-31"), ...left(1, "2025-01-31", "internal_move")];
    const older = { ...many, departures: [...many.departures, ...early] };
    expect(compared(few, [few, older]).basis).toBe("staff-groups");
  });

  test("a predecessor's staff groups follow with its months", () => {
    const old = { ...few, code: "old", validTo: "2025-12-31" };
    const born = { ...few, validFrom: "2026-01-01", predecessors: ["old"], departures: [] };
    const own = steady(10, "2026-01", AS_OF);
    const young = { ...born, headcount: steady(40, "2026-01", AS_OF) };
    const divided = { nurses: own, physicians: steady(30, "2026-01", AS_OF) };
    const { unit: whole } = withHistory({ ...young, staffGroups: divided }, [young, old]);
    expect(whole.staffGroups?.["nurses"]?.["2024-05"]).toBe(10);
    expect(whole.staffGroups?.["physicians"]?.["2026-05"]).toBe(30);
  });
});

test("with one staff group only, everything is as without", () => {
  const counts = fc.tuple(fc.integer({ min: 6, max: 60 }), fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(fc.array(counts, { minLength: 2, maxLength: 5 }), (drawn) => {
      const units = drawn.map(([staff, gone], i) => unit(`u${i}`, { all: staff }, { all: gone }));
      fc.pre(drawn.some(([, gone]) => gone > 0));
      for (const one of units) {
        const { basis, peerRate, ...grouped } = compared(one, units);
        const plain = compared(undivided(one), units.map(undivided));
        expect(basis).toBe("staff-groups");
        expect(peerRate).toBeCloseTo(plain.peerRate, 12);
        expect({ ...plain, ...grouped }).toEqual(plain);
      }
    }),
    { numRuns: 50 },
  );
});

test("what is stored by staff group is kept beside the sum, and files without groups keep none", () => {
  const stored = { code: "A", name: "A", kind: "x", parentCode: null, peerGroup: null };
  const life = { validFrom: "2020-01-01", validTo: null, predecessors: [] };
  const staff = (staffGroup: string, permanent: number) => ({
    ...{ unitCode: "A", month: "2025-01", permanent, staffGroup },
  });
  const gone = { unitCode: "A", lastDay: "2025-01-31", kind: "resignation", staffGroup: "nurses" };
  const [divided] = unitMonthsFrom(
    [{ ...stored, ...life }],
    [staff("nurses", 7), staff("physicians", 5)],
    [gone],
  );
  expect(divided?.headcount).toEqual({ "2025-01": 12 });
  expect(divided?.staffGroups).toEqual({
    nurses: { "2025-01": 7 },
    physicians: { "2025-01": 5 },
  });
  expect(divided?.departures[0]?.staffGroup).toBe("nurses");
  const [whole] = unitMonthsFrom([{ ...stored, ...life }], [staff("", 12)], []);
  expect(whole).not.toHaveProperty("staffGroups");
});
