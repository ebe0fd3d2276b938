import type { DepartureKind } from "@/lib/departures/kind";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { type Quarter, quarterOf } from "@/lib/quarters/quarter";
import { definitionAt } from "./definition";
import type { Month } from "./month";
import { MOTION_POLICY, RULE_READINGS, type RuleReading, type TurnoverPolicy } from "./policy";
import type { UnitDeparture, UnitMonths } from "./unit-months";

/** A stored unit, as far as turnover needs it. */
export interface StoredUnit {
  code: string;
  name: string;
  kind: string;
  parentCode: string | null;
  peerGroup: string | null;
  validFrom: string;
  validTo: string | null;
  predecessors: readonly string[];
}

/** Permanent employees of a unit at a month's end, of one staff group or (without one) all together. */
export interface StoredHeadcount {
  unitCode: string;
  month: Month;
  permanent: number;
  staffGroup?: string;
}

/** A departure without the person. */
export interface StoredDeparture {
  unitCode: string;
  lastDay: string;
  kind: string;
  staffGroup?: string;
}

/**
 * Every unit with its own months, in the order given. Units that only hold others (the region, its
 * areas) have neither staff nor departures of their own and are left out.
 *
 * @param known months by unit that are read already; headcounts come on top of them
 */
export function unitMonthsFrom(
  units: readonly StoredUnit[],
  headcounts: Iterable<StoredHeadcount>,
  departures: Iterable<StoredDeparture>,
  known: ReadonlyMap<string, Readonly<Record<Month, number>>> = new Map(),
): UnitMonths[] {
  const { months, groups } = monthsByUnit(headcounts, known);
  const left = departuresByUnit(departures);
  const parents = new Set(units.map(({ parentCode }) => parentCode));
  return units
    .filter(({ code }) => !parents.has(code) || months.has(code) || left.has(code))
    .map(({ parentCode: _, ...unit }) => ({
      ...unit,
      headcount: months.get(unit.code) ?? {},
      ...inGroups(groups.get(unit.code)),
      departures: left.get(unit.code) ?? [],
    }));
}

type StaffGroups = Record<string, Record<Month, number>>;

function inGroups(staffGroups: StaffGroups | undefined): Pick<UnitMonths, "staffGroups"> {
  return staffGroups === undefined ? {} : { staffGroups };
}

function monthsByUnit(
  headcounts: Iterable<StoredHeadcount>,
  known: ReadonlyMap<string, Readonly<Record<Month, number>>>,
) {
  const months = new Map(known);
  const added = new Map<string, Record<Month, number>>();
  const groups = new Map<string, StaffGroups>();
  for (const { unitCode, month, permanent, staffGroup } of headcounts) {
    const own = added.get(unitCode) ?? { ...known.get(unitCode) };
    own[month] = (own[month] ?? 0) + permanent;
    added.set(unitCode, own);
    if (!staffGroup) continue;
    const divided = groups.get(unitCode) ?? {};
    const counts = divided[staffGroup] ?? {};
    counts[month] = permanent;
    divided[staffGroup] = counts;
    groups.set(unitCode, divided);
  }
  // Read back from text, units with the same months share one shape: a sixth of the memory, and quicker to look in.
  for (const [unit, own] of added) months.set(unit, JSON.parse(JSON.stringify(own)));
  return { months, groups };
}

function departuresByUnit(departures: Iterable<StoredDeparture>) {
  const left = new Map<string, UnitDeparture[]>();
  // A hundred thousand departures fall on a few thousand days: each day is kept once.
  const days = new Map<string, string>();
  for (const { unitCode, lastDay, kind: text, staffGroup } of departures) {
    const kind = kindOf(text);
    if (kind === undefined) continue;
    const day = days.get(lastDay) ?? lastDay;
    days.set(day, day);
    const own = left.get(unitCode) ?? [];
    own.push({ lastDay: day, kind, ...(staffGroup ? { staffGroup } : {}) });
    left.set(unitCode, own);
  }
  return left;
}

function kindOf(text: string): DepartureKind | undefined {
  return DEPARTURE_KINDS.find((kind) => kind === text);
}

/** What the region has decided and from when; the rest of the policy is the definition's own. */
export interface StoredPolicy {
  fromQuarter: string;
  threshold: number;
  years: number;
  /** One of the readings of the rule; what is none is the motion's own. */
  rule: string;
}

/** A reading of the rule as it is stored. */
export const readingOf = (rule: string): RuleReading =>
  RULE_READINGS.find((one) => one === rule) ?? MOTION_POLICY.rule;

/**
 * The policy in force at the end of a month: the last decision that has begun, and the motion's own numbers before
 * any. `rows`: in the order they were decided.
 */
export function policyAt(rows: readonly StoredPolicy[], month: Month): TurnoverPolicy {
  const quarter: Quarter = quarterOf(`${month}-01`);
  const inForce = rows.findLast(({ fromQuarter }) => fromQuarter <= quarter);
  const policy = { ...MOTION_POLICY, definition: definitionAt(month).version };
  if (inForce === undefined) return policy;
  const { threshold, years, rule } = inForce;
  return { ...policy, threshold, years, rule: readingOf(rule) };
}
