import type { Plan } from "@/lib/imports/plan";
import type { UnitRow } from "./row";

/**
 * What happens to units over time, and what becomes of their series. `continues`, `merger`: the past of the
 * predecessors goes on in the unit, with a break. `takes-over`: it keeps its own past, with a break. `split`,
 * `splits-off`: it begins anew, since the same departures would be counted twice. `renamed`, `moved`, `regrouped`:
 * no break. `closes`: the series ends.
 */
export type UnitEventKind =
  | "continues"
  | "merger"
  | "takes-over"
  | "split"
  | "splits-off"
  | "renamed"
  | "moved"
  | "regrouped"
  | "closes";

export type UnitEvent = {
  readonly kind: UnitEventKind;
  /** The unit as it is called afterwards. */
  readonly unit: string;
  /** What it comes from: units by name, or its former name, parent or group. */
  readonly from: readonly string[];
};

type Units = ReadonlyMap<string, UnitRow>;

/** What a plan of units means for the units' history, in the plan's order: changed units first. */
export function eventsOf(plan: Plan<UnitRow>, stored: readonly UnitRow[]): readonly UnitEvent[] {
  const after: UnitRow[] = [...plan.added, ...plan.changed.map((change) => change.after)];
  const units: Units = new Map([...stored, ...after].map((unit) => [unit.code, unit]));
  const born = plan.added.flatMap((unit) => succession(unit, units));
  const changed = plan.changed.flatMap(({ after: unit, before, fields }) => [
    ...(fields.includes("predecessors") ? succession(unit, units) : []),
    ...alterations(unit, before, units),
  ]);
  return [...changed, ...born];
}

const nameIn = (units: Units, code: string): string => units.get(code)?.name ?? code;

/** How a unit continues its predecessors; the same rules as lib/turnover/lineage.ts. */
function succession(unit: UnitRow, units: Units): readonly UnitEvent[] {
  if (unit.predecessors.length === 0) return [];
  const from = unit.predecessors.map((code) => nameIn(units, code));
  return [{ kind: howItContinues(unit, units), unit: unit.name, from }];
}

function howItContinues(unit: UnitRow, units: Units): UnitEventKind {
  const before = unit.predecessors.flatMap((code) => units.get(code) ?? []);
  if (before.some(({ code }) => successors(code, units) > 1)) return "split";
  const born = unit.validFrom.slice(0, 7);
  const ended = before.filter(({ validTo }) => validTo !== null && validTo.slice(0, 7) <= born);
  if (ended.length === 0) {
    return before.some(({ validTo }) => validTo !== null) ? "takes-over" : "splits-off";
  }
  return ended.length === 1 ? "continues" : "merger";
}

function successors(code: string, units: Units): number {
  return [...units.values()].filter(({ predecessors }) => predecessors.includes(code)).length;
}

/** What changes about a unit that stays the same unit. */
function alterations(unit: UnitRow, before: UnitRow, units: Units): readonly UnitEvent[] {
  const event = (kind: UnitEventKind, from: string | null): UnitEvent => ({
    kind,
    unit: unit.name,
    from: from === null ? [] : [from],
  });
  const parent = before.parentCode && nameIn(units, before.parentCode);
  const ends = unit.validTo !== null && before.validTo === null;
  return [
    ...(unit.name === before.name ? [] : [event("renamed", before.name)]),
    ...(unit.parentCode === before.parentCode ? [] : [event("moved", parent)]),
    ...(unit.peerGroup === before.peerGroup ? [] : [event("regrouped", before.peerGroup)]),
    ...(ends && successors(unit.code, units) === 0 ? [event("closes", null)] : []),
  ];
}
