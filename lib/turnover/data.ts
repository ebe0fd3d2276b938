import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Month } from "./month";
import type { TurnoverPolicy } from "./policy";
import { policyAt, unitMonthsFrom } from "./stored";
import type { UnitMonths } from "./unit-months";

/** Who may read turnover: HR, and whoever builds the reports. Neither gets a person from here. */
export type TurnoverReader = HrActor | OperatorActor;

/**
 * Every unit of the region, closed ones too, with its months: three queries, whatever the number of
 * units. Of a departure only unit, last day and kind are read.
 */
export async function unitMonths(_reader: TurnoverReader): Promise<UnitMonths[]> {
  const identity = db("identity");
  const [units, headcounts, departures] = await Promise.all([
    identity.unit.findMany({ orderBy: { code: "asc" } }),
    identity.headcount.groupBy({ by: ["unitCode", "month"], _sum: { permanent: true } }),
    identity.departure.findMany({ select: { unitCode: true, lastDay: true, kind: true } }),
  ]);
  return unitMonthsFrom(
    units,
    headcounts.map(({ unitCode, month, _sum }) => ({
      unitCode,
      month,
      permanent: _sum.permanent ?? 0,
    })),
    departures,
  );
}

/** The policy in force at the end of a month. */
export async function policyFor(_reader: TurnoverReader, month: Month): Promise<TurnoverPolicy> {
  const rows = await db("identity").policy.findMany({
    select: { fromQuarter: true, threshold: true, years: true },
  });
  return policyAt(rows, month);
}

/** A unit's name; null when there is no such unit. */
export async function unitName(_reader: TurnoverReader, code: string): Promise<string | null> {
  const where = { where: { code }, select: { name: true } };
  return (await db("identity").unit.findUnique(where))?.name ?? null;
}

/** The name of what a unit belongs to; null at the top. */
export async function parentName(_reader: TurnoverReader, code: string): Promise<string | null> {
  const identity = db("identity");
  const unit = await identity.unit.findUnique({ where: { code }, select: { parentCode: true } });
  if (!unit?.parentCode) return null;
  const parent = await identity.unit.findUnique({ where: { code: unit.parentCode } });
  return parent?.name ?? null;
}
