import type { Quarter } from "@/lib/quarters/quarter";

/** Leavers, retirees and movers never share an atom or a cell: HR knows who retired, and why. */
export const SERIES = ["leaver", "retiree", "mover"] as const;
export type Series = (typeof SERIES)[number];

/** Limits frozen in the round's manifest. `k` people in an atom, `c` assumed insiders. */
export type Limits = { readonly k: number; readonly c: 0 | 1 };

export const REGION = "region";

/** One round's disclosure tree: unit → peer group → region (the root, `REGION`). */
export type Tree = {
  /** unit code → peer group code */
  readonly units: Readonly<Record<string, string>>;
  /** Peer groups that keep their left-overs until 30 instead of handing them to the region. */
  readonly pictured: readonly string[];
};

/** A node of the tree: `unit:VC01`, `group:tatort` or `region`. */
export type NodeId = `unit:${string}` | `group:${string}` | typeof REGION;

/**
 * A published item of an atom.
 * `scale`: n_q answers and the clamped sum of 1..5. `classes`: clamped counts per class, no n_q.
 * The bounds travel with the figure so that a reader can label it without knowing k and c.
 */
export type AtomItem =
  | {
      readonly kind: "scale";
      readonly n: number;
      readonly sum: number;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: "classes";
      readonly counts: Readonly<Record<string, number>>;
      readonly low: number;
      readonly high: number;
    };

/** A unit's own result: at least k people, clamped, never changes. */
export type Atom = {
  readonly unit: string;
  readonly series: Series;
  readonly from: Quarter;
  readonly to: Quarter;
  readonly n: number;
  readonly k: number;
  readonly c: 0 | 1;
  /** item id → figures; an item with too few answers is absent. */
  readonly items: Readonly<Record<string, AtomItem>>;
};

/**
 * A picture of at least 30 people, noised once. Counts are integers, unclipped (may be negative).
 * `options`: option code → noised count (scales: "1".."5" or "0".."10"), with `NO_ANSWER`.
 * `classes`: for items with a class map, a second table with noise of its own.
 */
export type CellItem = {
  readonly options: Readonly<Record<string, number>>;
  readonly classes?: Readonly<Record<string, number>>;
};

/** `answers` cells lie on the tree; `background` cells are region only and share no row with them. */
export type Cell = {
  readonly slice: "answers" | "background";
  readonly node: NodeId;
  readonly series: Series;
  readonly from: Quarter;
  readonly to: Quarter;
  readonly n: number;
  readonly items: Readonly<Record<string, CellItem>>;
};

/**
 * The code under which skipped, "prefer not to say" and not-asked are counted together.
 * Its hyphen is outside the codes of a questionnaire, so no option ("nothing decided": `none`) can be mistaken for it.
 */
export const NO_ANSWER = "no-answer";

/** What one mix publishes. */
export type Release = {
  readonly quarter: Quarter;
  readonly atoms: readonly Atom[];
  readonly cells: readonly Cell[];
};
