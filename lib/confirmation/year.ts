import type { YearCounts } from "@/lib/invitations/breaches";

/** Departures of a unit in a month; `coming`: this import would invite them. */
export type YearRow = {
  readonly unitCode: string;
  readonly month: string;
  readonly n: number;
  readonly invited: boolean;
  readonly coming: boolean;
};

/** Links that work, of a unit's leavers of a month, as the issuer holds them. */
export type LinkRow = { readonly unitCode: string; readonly month: string; readonly n: number };

/** As `YearCounts`, where a link is counted in the unit that it was made for. */
export type YearAndLinks = YearCounts & {
  /** Links that work, and those whom the import would add. */
  readonly linked: number;
};

type Sums = ReadonlyMap<string, number>;

function sums(rows: readonly LinkRow[]): Sums {
  const found = new Map<string, number>();
  for (const { unitCode, n } of rows) found.set(unitCode, (found.get(unitCode) ?? 0) + n);
  return found;
}

/**
 * What `invited ≤ departures` is held against, per unit, for last days from the month `from` on (`YYYY-MM`).
 * Invited: as HR's side has noted, and those who would come.
 */
export function yearCounts(
  rows: readonly YearRow[],
  links: readonly LinkRow[],
  from: string,
): readonly YearAndLinks[] {
  const recent = rows.filter(({ month }) => month >= from);
  const departures = sums(recent);
  const held = sums(links.filter(({ month }) => month >= from));
  const noted = sums(recent.filter(({ invited }) => invited));
  const coming = sums(recent.filter((row) => row.coming));
  const units = [...new Set([...departures.keys(), ...held.keys()])].sort();
  const at = (found: Sums, unitCode: string) => found.get(unitCode) ?? 0;
  return units.map((unitCode) => ({
    unitCode,
    invited: at(noted, unitCode) + at(coming, unitCode),
    linked: at(held, unitCode) + at(coming, unitCode),
    departures: at(departures, unitCode),
  }));
}
