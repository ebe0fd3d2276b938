/** How an employment, or a stay in a unit, ended: the `kind` column of the departures import. */
export const DEPARTURE_KINDS = [
  "resignation",
  "retirement",
  "internal_move",
  "fixed_term_end",
  "transfer",
  "redundancy",
  "death",
  "other",
] as const;

export type DepartureKind = (typeof DEPARTURE_KINDS)[number];
