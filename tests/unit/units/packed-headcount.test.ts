import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inverse, packUndo, unpackUndo } from "@/lib/imported/undo";
import type { KindPlan } from "@/lib/imports/kind-plan";
import type { LongPlan } from "@/lib/imports/plan";
import { monthsOf, packedPlan, planHeadcount, wholeUnits } from "@/lib/units/headcount-plan";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import { packedHeadcount } from "@/lib/units/packed-headcount";

const row = fc.record<HeadcountRow>({
  unitCode: fc.constantFrom("A", "B", "C", "Å"),
  month: fc.constantFrom("2026-01", "2026-02", "2026-03"),
  permanent: fc.nat(60),
  staffGroup: fc.constantFrom("", "nurse", "physician"),
});
const nameOf = ({ unitCode, month, staffGroup }: HeadcountRow) =>
  `${unitCode} ${month} ${staffGroup}`;
const rows = fc.uniqueArray(row, { selector: nameOf });

function packedOf(all: readonly HeadcountRow[]) {
  const packed = packedHeadcount();
  for (const one of all) packed.add(one);
  return packed;
}

/** A plan as plain lists; units in another order make no other plan. */
function listed({ added, changed, unchanged, removed }: LongPlan<HeadcountRow>) {
  const inOrder = (some: Iterable<HeadcountRow>) =>
    [...some].toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const changes = [...changed].toSorted((a, b) => (nameOf(a.after) < nameOf(b.after) ? -1 : 1));
  return { added: inOrder(added), changed: changes, unchanged, removed: inOrder(removed) };
}

test("rows of headcount come out of the packing as they went in, whole, some at a time, and unit by unit", () => {
  fc.assert(
    fc.property(fc.array(row), fc.nat(5), fc.nat(5), (all, from, more) => {
      const packed = packedOf(all);
      expect([...packed]).toEqual(all);
      expect(packed.slice(from, from + more)).toEqual(all.slice(from, from + more));
      const units = [...new Set(all.map(({ unitCode }) => unitCode))];
      const byUnit = units.map((unit) => all.filter(({ unitCode }) => unitCode === unit));
      expect([...packed.byUnit()]).toEqual(byUnit);
    }),
  );
});

test("a plan that is made some units at a time says what the plan of the whole file says", () => {
  fc.assert(
    fc.property(rows, rows, fc.integer({ min: 1, max: 9 }), (stored, file, atLeast) => {
      const months = monthsOf(file);
      const plan = packedPlan();
      for (const part of wholeUnits(packedOf(file), atLeast)) {
        plan.add(planHeadcount(stored, part, months));
      }
      expect(listed(plan.whole())).toEqual(listed(planHeadcount(stored, file)));
    }),
  );
});

test("what a file of months did is kept and read again row for row, and taking it back undoes all of it", async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (stored, file) => {
      const done: KindPlan = { kind: "headcount", plan: planHeadcount(stored, file) };
      const read = await unpackUndo(packUndo(done, "2026-11-22"));
      const back = inverse(read);
      if (read.kind !== "headcount" || back.kind !== "headcount") throw new Error("another kind");
      expect(listed(read.plan)).toEqual(listed(done.plan));
      expect([...back.plan.added]).toEqual([...done.plan.removed]);
      expect([...back.plan.removed]).toEqual([...done.plan.added]);
      expect([...back.plan.changed].map(({ after }) => after)).toEqual(
        [...done.plan.changed].map(({ before }) => before),
      );
    }),
    { numRuns: 50 },
  );
});

test("what was kept of an import in one piece, as before, can still be taken back", async () => {
  const plan = planHeadcount(
    [],
    [{ unitCode: "A", month: "2026-01", permanent: 3, staffGroup: "" }],
  );
  const { unchanged, added, changed, removed } = plan;
  const text = JSON.stringify({ kind: "headcount", plan: { unchanged, added, changed, removed } });
  expect(await unpackUndo(new Uint8Array(gzipSync(text)))).toEqual({ kind: "headcount", plan });
});
