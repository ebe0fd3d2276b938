import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { keptWhile } from "@/lib/db/kept";
import { programme } from "@/lib/programme/programme";
import type { Day } from "@/lib/quarters/quarter";
import { asOfMonth } from "./as-of";
import type { Month } from "./month";
import { openSummaries } from "./overview";
import type { TurnoverPolicy } from "./policy";
import { policyAt, type StoredPolicy, unitMonthsFrom } from "./stored";
import type { UnitSummary } from "./summary";
import type { UnitMonths } from "./unit-months";

/** Who may read turnover: HR, and whoever builds the reports. Neither gets a person from here. */
export type TurnoverReader = HrActor | OperatorActor;

/** A unit's departures, packed into one row: thousands of rows cost more to carry than to count. */
type Packed<Column extends string> = {
  readonly unitCode: string;
  /** Beside them, where the unit's import has any: the staff group of each. */
  readonly groups: readonly string[] | null;
} & Readonly<Record<Column, readonly string[]>>;

/**
 * Every unit of the region, closed ones too, with its months: three queries, whatever the number of units. Of a
 * departure only unit, last day, kind and staff group are read. The same for every reader, so it is kept until the next import:
 * each call asks whether there has been one.
 */
export async function unitMonths(_reader: TurnoverReader): Promise<readonly UnitMonths[]> {
  // Asked before the reading, so that what is kept can only be newer than it says.
  const version = await importsSoFar();
  return version === null ? readUnitMonths() : keptWhile("months", version, "", readUnitMonths);
}

/** What has been imported, in one word: units, headcount and departures change by imports only. Null before any. */
async function importsSoFar(): Promise<string | null> {
  const [found] = await db("identity").$queryRaw<{ version: string | null }[]>`
    SELECT count(*) || ' ' || max(imported_at) || ' ' || max(id::text) AS version
    FROM identity.imports`;
  return found?.version ?? null;
}

/**
 * What `work` makes of the units, worked out once for as long as they are kept. `what` names the work and everything
 * else that goes into it; the work is pure.
 */
export function workedOut<T>(
  units: readonly UnitMonths[],
  what: readonly unknown[],
  work: () => T,
): T {
  return keptWhile("figures", units, JSON.stringify(what), work);
}

/** The open units' summaries (`openSummaries`), worked out once. */
export function summariesOf(
  units: readonly UnitMonths[],
  asOf: Month,
  policy: TurnoverPolicy,
): readonly UnitSummary[] {
  return workedOut(units, ["summaries", asOf, policy], () => openSummaries(units, asOf, policy));
}

async function readUnitMonths(): Promise<readonly UnitMonths[]> {
  const identity = db("identity");
  const [units, headcounts, departures] = await Promise.all([
    identity.unit.findMany({ orderBy: { code: "asc" } }),
    // Undivided, a month has one row: as the text of an object, half a million of them are read quickest.
    identity.$queryRaw<PackedHeadcounts[]>`
      SELECT unit_code AS "unitCode",
             '{' || string_agg('"' || month || '":' || permanent, ',') FILTER (WHERE staff_group = '') || '}' AS whole,
             array_agg(month) FILTER (WHERE staff_group > '') AS months,
             array_agg(permanent::text) FILTER (WHERE staff_group > '') AS counts,
             array_agg(staff_group) FILTER (WHERE staff_group > '') AS groups
      FROM identity.headcount GROUP BY 1`,
    identity.$queryRaw<Packed<"days" | "kinds">[]>`
      SELECT unit_code AS "unitCode", array_agg(last_day ORDER BY last_day, kind, staff_group) AS days,
             array_agg(kind ORDER BY last_day, kind, staff_group) AS kinds,
             CASE WHEN max(staff_group) > ''
                  THEN array_agg(staff_group ORDER BY last_day, kind, staff_group) END AS groups
      FROM identity.departures GROUP BY 1`,
  ]);
  const months = new Map(headcounts.map((row) => [row.unitCode, monthsIn(row.whole ?? "{}")]));
  return unitMonthsFrom(units, headcountRows(headcounts), departureRows(departures), months);
}

/** A unit's months: undivided ones as the text of an object, month → employees, the others row by row. */
type PackedHeadcounts = {
  readonly unitCode: string;
  readonly whole: string | null;
} & Readonly<Record<"months" | "counts" | "groups", readonly string[] | null>>;

function monthsIn(text: string): Record<Month, number> {
  return JSON.parse(text);
}

function* headcountRows(packed: readonly PackedHeadcounts[]) {
  for (const { unitCode, months, counts, groups } of packed) {
    for (const [i, month] of (months ?? []).entries()) {
      yield { unitCode, month, permanent: Number(counts?.[i]), staffGroup: groups?.[i] ?? "" };
    }
  }
}

function* departureRows(packed: readonly Packed<"days" | "kinds">[]) {
  for (const { unitCode, days, kinds, groups } of packed) {
    for (const [i, lastDay] of days.entries()) {
      yield { unitCode, lastDay, kind: kinds[i] ?? "", staffGroup: groups?.[i] ?? "" };
    }
  }
}

/** The policy in force at the end of a month. */
export async function policyFor(_reader: TurnoverReader, month: Month): Promise<TurnoverPolicy> {
  const rows = await db("identity").policy.findMany({
    select: { fromQuarter: true, threshold: true, years: true, rule: true },
    orderBy: { number: "asc" },
  });
  return policyAt(rows, month);
}

/** One of the region's decisions on the rule, and why. */
export type PolicyDecision = StoredPolicy & {
  readonly number: number;
  /** Whom it invites beside those who resign or retire (`furtherKinds`). */
  readonly inviteMovers: boolean;
  readonly employerSide: readonly string[];
  readonly reason: string;
  /** Empty in decisions from before both were kept. */
  readonly decidedOn: string;
  readonly decidedBy: string;
};

/** Every decision on the rule, the newest first. */
export function policyHistory(_reader: TurnoverReader): Promise<PolicyDecision[]> {
  return db("identity").policy.findMany({ orderBy: { number: "desc" } });
}

/** Every unit's name, by its code. */
export async function unitNames(_reader: TurnoverReader): Promise<ReadonlyMap<string, string>> {
  const units = await db("identity").unit.findMany({ select: { code: true, name: true } });
  return new Map(units.map(({ code, name }) => [code, name]));
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

/** Codes of the centres that the motion's rule flags now. */
export async function flaggedCentres(actor: HrActor, today: Day): Promise<readonly string[]> {
  const units = await unitMonths(actor);
  const asOf = asOfMonth(units, today);
  if (asOf === null) return [];
  const { centres } = programme([], units);
  const open = summariesOf(units, asOf, await policyFor(actor, asOf));
  return open
    .filter(({ flagged, kind }) => flagged && (centres === null || kind === centres))
    .map(({ code }) => code);
}
