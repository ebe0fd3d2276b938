import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEmpty, type Plan, planSummary } from "@/lib/imports/plan";
import { planHeadcount } from "@/lib/units/headcount-plan";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import { planUnits } from "@/lib/units/plan";
import type { UnitRow } from "@/lib/units/row";

const head = (unitCode: string, month: string, permanent: number, staffGroup = "") => ({
  unitCode,
  month,
  permanent,
  staffGroup,
});
const unit = (code: string, name: string, predecessors: string[] = []): UnitRow => ({
  code,
  name,
  kind: "centre",
  parentCode: null,
  peerGroup: null,
  validFrom: "2015-01-01",
  validTo: null,
  predecessors,
});

function applied<R>(stored: readonly R[], plan: Plan<R>): R[] {
  const gone = new Set<R>([...plan.removed, ...plan.changed.map(({ before }) => before)]);
  const kept = stored.filter((row) => !gone.has(row));
  return [...kept, ...plan.changed.map(({ after }) => after), ...plan.added];
}

describe("the plan of a headcount file", () => {
  test("says what is new, different, the same and gone", () => {
    const stored = [head("A", "2026-01", 24), head("A", "2026-02", 25), head("B", "2026-02", 7)];
    const rows = [head("A", "2026-01", 24), head("A", "2026-03", 26), head("B", "2026-02", 8)];
    expect(planHeadcount(stored, rows)).toEqual({
      added: [head("A", "2026-03", 26)],
      changed: [
        { before: head("B", "2026-02", 7), after: head("B", "2026-02", 8), fields: ["permanent"] },
      ],
      unchanged: 1,
      removed: [head("A", "2026-02", 25)],
    });
  });

  test("removes nothing of other units and other months than the file names", () => {
    const stored = [head("A", "2025-12", 20), head("C", "2026-01", 9)];
    expect(planHeadcount(stored, [head("A", "2026-01", 24)]).removed).toEqual([]);
  });

  test("replaces one number by numbers per staff group, so that nobody is counted twice", () => {
    const plan = planHeadcount(
      [head("A", "2026-01", 24)],
      [head("A", "2026-01", 14, "nurse"), head("A", "2026-01", 10, "physician")],
    );
    expect([plan.added.length, plan.removed]).toEqual([2, [head("A", "2026-01", 24)]]);
  });

  test("is empty when the same file comes again", () => {
    const row = fc.record<HeadcountRow>({
      unitCode: fc.constantFrom("A", "B", "C"),
      month: fc.constantFrom("2026-01", "2026-02", "2026-03"),
      permanent: fc.nat(60),
      staffGroup: fc.constantFrom("", "nurse", "physician"),
    });
    const rows = fc.uniqueArray(row, {
      selector: (r) => `${r.unitCode} ${r.month} ${r.staffGroup}`,
    });
    fc.assert(
      fc.property(rows, rows, (stored, file) => {
        const after = applied(stored, planHeadcount(stored, file));
        expect(isEmpty(planHeadcount(after, file))).toBe(true);
      }),
    );
  });
});

describe("the plan of a units file", () => {
  test("names the fields that differ", () => {
    const before = unit("A", "Alen", ["X", "Y"]);
    const after = { ...unit("A", "Almen", ["Y"]), validTo: "2026-12-31" };
    expect(planUnits([before], [after]).changed).toEqual([
      { before, after, fields: ["name", "validTo", "predecessors"] },
    ]);
  });

  test("takes predecessors in any order as the same", () => {
    const plan = planUnits([unit("A", "Alen", ["Y", "X"])], [unit("A", "Alen", ["X", "Y"])]);
    expect([isEmpty(plan), plan.unchanged]).toEqual([true, 1]);
  });

  test("removes no unit: one that closes gets a last day", () => {
    const stored = [unit("A", "Alen"), unit("B", "Boken")];
    expect(planUnits(stored, [unit("A", "Alen")])).toEqual({
      added: [],
      changed: [],
      unchanged: 1,
      removed: [],
    });
  });
});

describe("a plan in short", () => {
  test("counts everything, shows the first few, and survives JSON", () => {
    const rows = Array.from({ length: 50 }, (_, i) => head("A", `20${i + 10}-01`, i));
    const plan = planHeadcount([head("A", "2010-01", 99), head("A", "2010-01", 9, "nurse")], rows);
    const summary = planSummary(plan, ({ month, permanent }) => ({ month, permanent }), 2);
    expect(summary).toEqual({
      added: {
        count: 49,
        first: [
          { month: "2011-01", permanent: 1 },
          { month: "2012-01", permanent: 2 },
        ],
      },
      changed: {
        count: 1,
        first: [
          {
            before: { month: "2010-01", permanent: 99 },
            after: { month: "2010-01", permanent: 0 },
            fields: ["permanent"],
          },
        ],
      },
      unchanged: 0,
      removed: { count: 1, first: [{ month: "2010-01", permanent: 9 }] },
    });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});
