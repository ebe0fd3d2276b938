import type { DepartureKind } from "@/lib/departures/kind";

/** Leavers, retirees and movers never share an atom or a cell. */
export const SERIES_CODES = ["leaver", "retiree", "mover"] as const;
export type Series = (typeof SERIES_CODES)[number];

/** Null: never invited. Whether the others are is decided by the policy. */
const SERIES: Record<DepartureKind, Series | null> = {
  resignation: "leaver",
  retirement: "retiree",
  internal_move: "mover",
  fixed_term_end: "leaver",
  transfer: "leaver",
  redundancy: "leaver",
  other: "leaver",
  death: null,
};

/** The series that a kind of departure answers in; null for a death. */
export function seriesOf(kind: DepartureKind): Series | null {
  return SERIES[kind];
}
