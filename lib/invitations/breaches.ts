// Design 2, step 2: an employer could invent leavers and answer for them. No limit k prevents that,
// so these inequalities are checked and published.

export type RoundCounts = {
  readonly received: number;
  readonly issued: number;
  readonly linksOpen: number;
};

export type RoundBreach = "received-over-issued" | "issued-over-links";

/** `received ≤ issued ≤ links open in the round`, for the whole round; empty when both hold. */
export function roundBreaches(counts: RoundCounts): readonly RoundBreach[] {
  const breaches: RoundBreach[] = [];
  if (counts.received > counts.issued) breaches.push("received-over-issued");
  if (counts.issued > counts.linksOpen) breaches.push("issued-over-links");
  return breaches;
}

export type YearCounts = {
  readonly unitCode: string;
  readonly invited: number;
  readonly departures: number;
};

/** Units where more were invited than left during a year; `invited ≤ departures` must hold in each. */
export function yearBreaches(units: readonly YearCounts[]): readonly YearCounts[] {
  return units.filter((unit) => unit.invited > unit.departures);
}
