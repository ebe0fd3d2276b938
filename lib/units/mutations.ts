import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { batches } from "@/lib/imports/batches";
import { type Pace, unwatched } from "@/lib/imports/pace";
import type { LongPlan, Plan } from "@/lib/imports/plan";
import { columnsOf, HEADCOUNT_ROWS, writtenParts } from "@/lib/units/headcount-plan";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import type { UnitRow } from "@/lib/units/row";

type Writer = Prisma.TransactionClient;

const stored = (unit: UnitRow) => ({ ...unit, predecessors: [...unit.predecessors] });

/** Writes what a plan of units says. Only taking an import back removes units, those that it added. */
export async function writeUnits(
  _actor: HrActor,
  writer: Writer,
  plan: Plan<UnitRow>,
): Promise<void> {
  for (const rows of batches(plan.removed)) {
    await writer.unit.deleteMany({ where: { code: { in: rows.map(({ code }) => code) } } });
  }
  for (const rows of batches(plan.added)) {
    await writer.unit.createMany({ data: rows.map(stored) });
  }
  for (const { after } of plan.changed) {
    await writer.unit.update({ where: { code: after.code }, data: stored(after) });
  }
}

/** Writes what a plan of headcount says. */
export async function writeHeadcount(
  _actor: HrActor,
  writer: Writer,
  plan: LongPlan<HeadcountRow>,
  pace: Pace = unwatched,
): Promise<void> {
  for (const rows of batches(plan.removed, HEADCOUNT_ROWS)) {
    const { units, months, groups } = columnsOf(rows);
    await writer.$executeRaw`
      DELETE FROM identity.headcount
      WHERE (unit_code, month, staff_group) IN (
        SELECT * FROM unnest(${units}::text[], ${months}::text[], ${groups}::text[]))`;
  }
  const all = plan.added.length + plan.changed.length;
  let done = 0;
  for (const rows of writtenParts(plan)) {
    const { units, months, groups, permanent } = columnsOf(rows);
    await writer.$executeRaw`
      INSERT INTO identity.headcount (unit_code, month, staff_group, permanent)
      SELECT * FROM unnest(
        ${units}::text[], ${months}::text[], ${groups}::text[], ${permanent}::int[])
      ON CONFLICT (unit_code, month, staff_group) DO UPDATE SET permanent = excluded.permanent`;
    done += rows.length;
    await pace(done / all);
  }
}
