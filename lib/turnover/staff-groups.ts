import { definitionOf, isCounted, type Reading } from "./definition";
import { exposureOf, personYears } from "./exposure";
import { type Month, shiftMonth, type Window } from "./month";
import { pooledTurnover } from "./period";
import type { TurnoverPolicy } from "./policy";
import type { UnitMonths } from "./unit-months";

/** Departures per person-year of each staff group in corresponding units together, on both readings. */
export type GroupRates = ReadonlyMap<string, Readonly<Record<Reading, number>>>;

/** A unit as if it were one of its staff groups alone: a month without the group has nobody in it. */
function groupAlone(unit: UnitMonths, group: string): UnitMonths {
  const counts = unit.staffGroups?.[group] ?? {};
  return {
    ...unit,
    headcount: Object.fromEntries(
      Object.keys(unit.headcount).map((month) => [month, counts[month] ?? 0]),
    ),
    departures: unit.departures.filter((departure) => departure.staffGroup === group),
  };
}

/** A unit's staff groups in a window; null when some of its headcount or of who counts as turnover has none. */
function groupsIn(
  unit: UnitMonths,
  window: Window,
  policy: TurnoverPolicy,
): ReadonlySet<string> | null {
  const groups = new Map(Object.entries(unit.staffGroups ?? {}));
  // The month before stands in for one that is missing (exposure.ts).
  const first: Month = shiftMonth(window.from, -1);
  for (const [month, all] of Object.entries(unit.headcount)) {
    if (month < first || month > window.to) continue;
    const divided = [...groups.values()].reduce((sum, counts) => sum + (counts[month] ?? 0), 0);
    if (divided !== all) return null;
  }
  const definition = definitionOf(policy.definition);
  const left = unit.departures
    .filter(({ lastDay }) => window.from <= lastDay && lastDay <= `${window.to}-31`)
    .filter(({ kind }) => isCounted(kind, "external", definition))
    .map(({ staffGroup }) => staffGroup ?? "");
  return left.includes("") ? null : new Set([...groups.keys(), ...left]);
}

/**
 * The rates that expected departures are standardised by (indirect standardisation, design 4). Null unless every
 * headcount and every departure of the window has a staff group, in every unit that counts: a part of them would
 * give rates of somebody else.
 */
export function staffGroupRates(
  peers: readonly UnitMonths[],
  window: Window,
  policy: TurnoverPolicy,
): GroupRates | null {
  if (peers.every(({ staffGroups }) => staffGroups === undefined)) return null;
  const counted = peers.filter((unit) => typeof exposureOf(unit, window) !== "string");
  const all = new Set<string>();
  for (const unit of counted) {
    const groups = groupsIn(unit, window, policy);
    if (groups === null) return null;
    for (const group of groups) all.add(group);
  }
  const rates = new Map<string, Readonly<Record<Reading, number>>>();
  for (const group of all) {
    const rate = rateOf(
      counted.map((unit) => groupAlone(unit, group)),
      window,
      policy,
    );
    if (rate === null) return null;
    rates.set(group, rate);
  }
  return rates;
}

/** Null where somebody left a group that nobody is in. */
function rateOf(units: readonly UnitMonths[], window: Window, policy: TurnoverPolicy) {
  const { departures, exposure } = pooledTurnover(units, window, policy);
  const months = typeof exposure === "string" ? 0 : exposure.personMonths;
  if (months === 0) return departures.external > 0 ? null : { external: 0, externalExcl: 0 };
  const rate = (reading: Reading) => (12 * departures[reading]) / months;
  return { external: rate("external"), externalExcl: rate("externalExcl") };
}

/**
 * Departures expected of a unit with its own staff if each group left at its peers' rate:
 * Σ rate(group) × person-years(group). Null when the unit's own months lack a staff group, or hold one that no
 * peer has.
 */
export function expectedByStaffGroup(
  unit: UnitMonths,
  window: Window,
  rates: GroupRates,
  policy: TurnoverPolicy,
): Readonly<Record<Reading, number>> | null {
  const groups = groupsIn(unit, window, policy);
  if (groups === null) return null;
  let [external, externalExcl] = [0, 0];
  for (const group of groups) {
    const rate = rates.get(group);
    const exposure = exposureOf(groupAlone(unit, group), window);
    if (rate === undefined || typeof exposure === "string") return null;
    external += rate.external * personYears(exposure);
    externalExcl += rate.externalExcl * personYears(exposure);
  }
  return { external, externalExcl };
}
