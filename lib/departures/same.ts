import type { Departure } from "./departure";

type Stay = Pick<Departure, "unitCode" | "lastDay" | "kind">;

/** Who left and comes back within this many months has rather had a last day put right. */
const RETURN_MONTHS = 6;

/**
 * Whether two departures of one person cannot both be true, so that the later one puts the earlier one right: two
 * ends of the employment within half a year, or two departures from one unit in one month. A move within the
 * region and a later resignation are two departures, and so are two employments.
 */
export function contradict(a: Stay, b: Stay): boolean {
  const apart = Math.abs(monthNumber(a.lastDay) - monthNumber(b.lastDay));
  if (endsEmployment(a) && endsEmployment(b)) return apart <= RETURN_MONTHS;
  return apart === 0 && a.unitCode === b.unitCode;
}

const endsEmployment = ({ kind }: Stay): boolean => kind !== "internal_move";

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

type Named = Pick<Departure, "pseudonym" | "unitCode" | "lastDay">;

/** Names a stored departure: the table has it once. */
export function nameOf({ pseudonym, unitCode, lastDay }: Named): string {
  return `${pseudonym}\n${unitCode}\n${lastDay}`;
}

/**
 * The name by which each of a file's departures is known: of the stored one with the same unit and last day, else of
 * the nearest that it puts right, else its own. Exact ones choose first, so that no two change places.
 */
export function namesIn(
  rows: readonly Departure[],
  stored: readonly Departure[],
): ReadonlyMap<Departure, string> {
  const free = new Map<string, Set<Departure>>();
  const byName = new Map<string, Departure>();
  for (const departure of stored) {
    byName.set(nameOf(departure), departure);
    const own = free.get(departure.pseudonym) ?? new Set();
    free.set(departure.pseudonym, own.add(departure));
  }
  const names = new Map<Departure, string>();
  const take = (row: Departure, found: Departure | undefined) => {
    if (!found) return;
    free.get(row.pseudonym)?.delete(found);
    names.set(row, nameOf(found));
  };
  for (const row of rows) take(row, byName.get(nameOf(row)));
  for (const row of rows.filter((one) => !names.has(one))) {
    const own = [...(free.get(row.pseudonym) ?? [])].filter((before) => contradict(before, row));
    take(row, nearest(own, row));
  }
  for (const row of rows) if (!names.has(row)) names.set(row, nameOf(row));
  return names;
}

function nearest(found: readonly Departure[], { lastDay }: Departure): Departure | undefined {
  const days = (departure: Departure) =>
    Math.abs(Date.parse(departure.lastDay) - Date.parse(lastDay));
  return found.toSorted((a, b) => days(a) - days(b))[0];
}
