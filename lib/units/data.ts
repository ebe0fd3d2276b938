import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { batches } from "@/lib/imports/batches";
import type { LongPlan, Plan } from "@/lib/imports/plan";
import type { Day } from "@/lib/quarters/quarter";
import type { RegionTree } from "@/lib/rounds/build";
import { shiftMonth } from "@/lib/turnover/month";
import { eventsOf, type UnitEvent } from "@/lib/units/events";
import { columnsOf, HEADCOUNT_ROWS, writtenParts } from "@/lib/units/headcount-plan";
import type { HeadcountRow } from "@/lib/units/headcount-row";
import { hasClosed, heirsOf } from "@/lib/units/heirs";
import { regionTree, type TreeUnit } from "@/lib/units/region-tree";
import type { UnitRow } from "@/lib/units/row";

/** Departures that the tree's planned flow counts. */
const PLANNED_KINDS = ["resignation", "retirement"];

/**
 * The tree of the round that opens in `month`, from the twelve months before it. It leaves the
 * employer's side as names and groups only, so it asks for no actor.
 */
export async function currentRegionTree(month: string, ungroupedName: string): Promise<RegionTree> {
  const identity = db("identity");
  const from = shiftMonth(month, -12);
  const [units, headcounts, departures] = await Promise.all([
    identity.unit.findMany({ orderBy: { code: "asc" } }),
    identity.headcount.groupBy({
      by: ["unitCode"],
      where: { month: { gte: from, lt: month } },
      _max: { permanent: true },
    }),
    identity.departure.groupBy({
      by: ["unitCode"],
      where: { lastDay: { gte: `${from}-01`, lt: `${month}-01` }, kind: { in: PLANNED_KINDS } },
      _count: true,
    }),
  ]);
  const staff = new Map(headcounts.map((row) => [row.unitCode, row._max.permanent ?? 0]));
  const left = new Map(departures.map((row) => [row.unitCode, row._count]));
  const facts: TreeUnit[] = units
    .filter((unit) => unit.validFrom < `${shiftMonth(month, 3)}-01`)
    .map((unit) => ({
      ...unit,
      open: !unit.validTo || unit.validTo >= `${month}-01`,
      headcount: staff.get(unit.code) ?? 0,
      departures: left.get(unit.code) ?? 0,
    }));
  return regionTree(facts, ungroupedName);
}

/** What a plan of units means for the units' history. */
export async function unitEvents(
  _actor: HrActor,
  plan: Plan<UnitRow>,
): Promise<readonly UnitEvent[]> {
  return eventsOf(plan, await db("identity").unit.findMany());
}

/** The units that go on after one that has closed, by name; null while it is open, or when there is no such unit. */
export async function heirs(
  _actor: HrActor,
  code: string,
  today: Day,
): Promise<readonly Pick<UnitRow, "code" | "name">[] | null> {
  const units = await db("identity").unit.findMany({ orderBy: [{ name: "asc" }, { code: "asc" }] });
  const unit = units.find((one) => one.code === code);
  return unit !== undefined && hasClosed(unit, today) ? heirsOf(code, units, today) : null;
}

/** How many rows of a plan that was carried out are not as it left them any more: some other import has been there. */
export async function headcountChangedSince(
  reader: Prisma.TransactionClient,
  plan: LongPlan<HeadcountRow>,
): Promise<number> {
  let found = 0;
  for (const rows of writtenParts(plan)) {
    const { units, months, groups, permanent } = columnsOf(rows);
    const [other] = await reader.$queryRaw<[{ count: bigint }]>`
      SELECT count(*) FROM unnest(
        ${units}::text[], ${months}::text[], ${groups}::text[], ${permanent}::int[])
        AS r (unit_code, month, staff_group, permanent)
      LEFT JOIN identity.headcount h USING (unit_code, month, staff_group)
      WHERE h.permanent IS DISTINCT FROM r.permanent`;
    found += Number(other.count);
  }
  for (const rows of batches(plan.removed, HEADCOUNT_ROWS)) {
    const { units, months, groups } = columnsOf(rows);
    const [returned] = await reader.$queryRaw<[{ count: bigint }]>`
      SELECT count(*) FROM unnest(${units}::text[], ${months}::text[], ${groups}::text[])
        AS r (unit_code, month, staff_group)
      JOIN identity.headcount USING (unit_code, month, staff_group)`;
    found += Number(returned.count);
  }
  return found;
}
