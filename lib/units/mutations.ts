import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { batches } from "@/lib/imports/batches";
import type { Plan } from "@/lib/imports/plan";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import type { UnitRow } from "@/lib/units/row";

type Writer = Prisma.TransactionClient;

const stored = (unit: UnitRow) => ({ ...unit, predecessors: [...unit.predecessors] });

/** Writes what a plan of units says; it never removes one. */
export async function writeUnits(
  _actor: HrActor,
  writer: Writer,
  plan: Plan<UnitRow>,
): Promise<void> {
  for (const rows of batches(plan.added)) {
    await writer.unit.createMany({ data: rows.map(stored) });
  }
  for (const { after } of plan.changed) {
    await writer.unit.update({ where: { code: after.code }, data: stored(after) });
  }
}

/** Writes what a plan of headcount says. A changed row is taken away and put back: one statement a batch. */
export async function writeHeadcount(
  _actor: HrActor,
  writer: Writer,
  plan: Plan<HeadcountRow>,
): Promise<void> {
  const outdated = [...plan.removed, ...plan.changed.map(({ before }) => before)];
  for (const rows of batches(outdated)) {
    const units = rows.map(({ unitCode }) => unitCode);
    const months = rows.map(({ month }) => month);
    const groups = rows.map(({ staffGroup }) => staffGroup);
    await writer.$executeRaw`
      DELETE FROM identity.headcount
      WHERE (unit_code, month, staff_group) IN (
        SELECT * FROM unnest(${units}::text[], ${months}::text[], ${groups}::text[]))`;
  }
  const fresh = [...plan.added, ...plan.changed.map(({ after }) => after)];
  for (const rows of batches(fresh)) await writer.headcount.createMany({ data: [...rows] });
}
