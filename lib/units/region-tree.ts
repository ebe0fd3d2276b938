import type { RegionTree } from "@/lib/rounds/build";

/** What is known of a unit when a round's tree is drawn. */
export type TreeUnit = {
  readonly code: string;
  readonly name: string;
  readonly peerGroup: string | null;
  /** Permanent employees in any of the last twelve months: the highest month. */
  readonly headcount: number;
  /** Resignations and retirements in the last twelve months. */
  readonly departures: number;
};

/** Planned share of the invited who answer (design 3: never what really answered). */
const PLANNED_RESPONSE = 0.5;
/** A group is pictured when this many quarters of planned answers fill a cell. */
const QUARTERS = 3;
const CELL = 30;

/** Units that belong to no group of comparable ones share this. */
export const UNGROUPED = "other";

/**
 * The disclosure tree of a round: unit → peer group → region. A unit without staff in the last
 * twelve months is left out, since a rare unit in the list would be a tag (design 2, step 3).
 */
export function regionTree(units: readonly TreeUnit[], ungroupedName: string): RegionTree {
  const alive = units.filter((unit) => unit.headcount > 0);
  const flow = new Map<string, number>();
  for (const unit of alive) {
    const group = unit.peerGroup ?? UNGROUPED;
    const planned = (unit.departures / 4) * PLANNED_RESPONSE * QUARTERS;
    flow.set(group, (flow.get(group) ?? 0) + planned);
  }
  const nameOf = (group: string) => (group === UNGROUPED ? ungroupedName : group);
  return {
    tree: {
      units: Object.fromEntries(alive.map((unit) => [unit.code, unit.peerGroup ?? UNGROUPED])),
      pictured: [...flow]
        .filter(([, planned]) => planned >= CELL)
        .map(([group]) => group)
        .sort(),
    },
    unitNames: Object.fromEntries(alive.map((unit) => [unit.code, unit.name])),
    groupNames: Object.fromEntries([...flow.keys()].map((group) => [group, nameOf(group)])),
  };
}
