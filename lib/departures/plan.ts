import { type Plan, planByKey } from "@/lib/imports/plan";
import { type Departure, type DepartureSetting, departureOf, isHistory, NOBODY } from "./departure";
import type { DepartureKind } from "./kind";
import type { DepartureRow } from "./row";
import { nameOf, namesIn } from "./same";

const FIELDS = [
  "unitCode",
  "lastDay",
  "kind",
  "email",
  "privateEmail",
  "language",
  "delivery",
  "protected",
  "staffGroup",
] as const;

/**
 * What importing a `departures` file would do. A departure is known by the pseudonym and by what it cannot be
 * true beside (same.ts), so another last day, unit or kind is a change, and a later departure a new one.
 * A file speaks for the units it names in the months (of last days) it names: a stored departure there
 * that is not in the file is removed, and listed (a cancelled resignation).
 * Once the link's window has passed only unit, month, kind and staff group are compared: the rest is forgotten.
 * Where pseudonyms are disposed of, a unit's month stays as it is, whatever the file says of it.
 */
export function planDepartures(
  all: readonly Departure[],
  file: readonly DepartureRow[],
  setting: DepartureSetting,
): Plan<Departure> {
  const isOpen = openMonths(all);
  const [stored, rows] = [all.filter(isOpen), file.filter(isOpen)];
  const units = new Set(rows.map((row) => row.unitCode));
  const months = new Set(rows.map((row) => monthOf(row)));
  const departures = rows.map((row) => departureOf(row, setting));
  const names = namesIn(departures, stored);
  return planByKey(stored, departures, {
    keyOf: (departure) => names.get(departure) ?? nameOf(departure),
    differing: (before, after) => differing(before, after, setting.today),
    covers: (departure) => units.has(departure.unitCode) && months.has(monthOf(departure)),
  });
}

type Placed = Pick<Departure, "unitCode" | "lastDay">;

/** Asks whether a departure lies in a month of its unit whose people can still be told apart. */
function openMonths(stored: readonly Departure[]): (row: Placed) => boolean {
  const place = (row: Placed) => `${row.unitCode}\n${monthOf(row)}`;
  const nameless = stored.filter(({ pseudonym }) => pseudonym.startsWith(NOBODY));
  const closed = new Set(nameless.map(place));
  return (row) => !closed.has(place(row));
}

function differing(before: Departure, after: Departure, today: string) {
  if (!isHistory(after, today)) return FIELDS.filter((field) => before[field] !== after[field]);
  return (["unitCode", "lastDay", "kind", "staffGroup"] as const).filter((field) =>
    field === "lastDay" ? monthOf(before) !== monthOf(after) : before[field] !== after[field],
  );
}

function monthOf({ lastDay }: { readonly lastDay: string }): string {
  return lastDay.slice(0, 7);
}

/** What a preview may show of a departure: no address, no pseudonym. */
export type ShownDeparture = Pick<Departure, "unitCode" | "lastDay" | "kind">;

export function showDeparture({ unitCode, lastDay, kind }: Departure): ShownDeparture {
  return { unitCode, lastDay, kind };
}

/** How many departures a plan gives and takes, for one unit and kind. */
export type UnitKindNumbers = {
  readonly unitCode: string;
  readonly kind: DepartureKind;
  readonly added: number;
  readonly removed: number;
};

/**
 * The numbers per unit and kind that custodian 2 or the auditor confirms before anyone is invited.
 * A change of unit or kind counts as one removed and one added.
 */
export function numbersToConfirm(plan: Plan<Departure>): readonly UnitKindNumbers[] {
  const numbers = new Map<string, UnitKindNumbers>();
  const count = ({ unitCode, kind }: Departure, added: number, removed: number) => {
    const key = `${unitCode}\n${kind}`;
    const sum = numbers.get(key) ?? { unitCode, kind, added: 0, removed: 0 };
    const next = { ...sum, added: sum.added + added, removed: sum.removed + removed };
    numbers.set(key, next);
  };
  for (const departure of plan.added) count(departure, 1, 0);
  for (const departure of plan.removed) count(departure, 0, 1);
  for (const { before, after, fields } of plan.changed) {
    if (!fields.includes("unitCode") && !fields.includes("kind")) continue;
    count(before, 0, 1);
    count(after, 1, 0);
  }
  return [...numbers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, n]) => n);
}
