import type { RegionTree } from "@/lib/rounds/build";

/** What is known of a unit when a round's tree is drawn. */
export type TreeUnit = {
  readonly code: string;
  readonly name: string;
  readonly peerGroup: string | null;
  readonly predecessors: readonly string[];
  /** Whether it exists when the round opens. */
  readonly open: boolean;
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
  const alive = units.filter((unit) => unit.open && unit.headcount > 0);
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
    merged: mergers(units, new Set(alive.map((unit) => unit.code))),
    groupNames: Object.fromEntries([...flow.keys()].map((group) => [group, nameOf(group)])),
  };
}

/**
 * Which unit of the tree took over each one that is gone. Only whole ones: a unit that two others name
 * as their predecessor was split, and what waited for it is destroyed (design 3, atoms).
 */
function mergers(units: readonly TreeUnit[], alive: ReadonlySet<string>): Record<string, string> {
  const heirs = new Map<string, string[]>();
  for (const { code, predecessors } of units) {
    for (const old of predecessors) heirs.set(old, [...(heirs.get(old) ?? []), code]);
  }
  const heirOf = (code: string, steps = units.length): string | null => {
    const [heir, second] = heirs.get(code) ?? [];
    if (!heir || second || steps === 0) return null;
    return alive.has(heir) ? heir : heirOf(heir, steps - 1);
  };
  const gone = [...heirs.keys()].filter((code) => !alive.has(code));
  return Object.fromEntries(
    gone.flatMap((code) => {
      const heir = heirOf(code);
      return heir ? [[code, heir]] : [];
    }),
  );
}
