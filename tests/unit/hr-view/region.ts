import type { DepartureKind } from "@/lib/departures/kind";
import { monthsIn } from "@/lib/turnover/month";
import type { UnitDeparture, UnitMonths } from "@/lib/turnover/unit-months";

/** Last days in a year, one a month from January on. */
export function leaving(year: number, count: number, kind: DepartureKind = "resignation") {
  return Array.from(
    { length: count },
    (_, i): UnitDeparture => ({
      lastDay: `${year}-${String((i % 12) + 1).padStart(2, "0")}-15`,
      kind,
    }),
  );
}

/** A health centre with the same staff at every month's end of 2022–2025. */
export function centre(
  code: string,
  name: string,
  staff: number,
  departures: readonly UnitDeparture[],
  more: Partial<UnitMonths> = {},
): UnitMonths {
  const months = monthsIn({ from: "2022-01", to: "2025-12" });
  return {
    code,
    name,
    kind: "primary_care",
    peerGroup: "tätort",
    validFrom: "2022-01-01",
    validTo: null,
    headcount: Object.fromEntries(months.map((month) => [month, staff])),
    departures,
    predecessors: [],
    ...more,
  };
}

const each = (perYear: number) =>
  [2022, 2023, 2024, 2025].flatMap((year) => leaving(year, perYear));

/**
 * Björken loses 10 of 40 every year, Lind 2 of 12 (which can be chance), the others 2 of 40. A hospital
 * ward loses 10 of 40 beside two calm ones.
 */
export const REGION: readonly UnitMonths[] = [
  centre("B", "Björken", 40, each(10)),
  centre("L", "Lind", 12, each(2)),
  ...["Ängsro", "Alnäs", "Åbrinken", "Tallmon", "Sjövik", "Myrås"].map((name, i) =>
    centre(`C${i}`, name, 40, each(2)),
  ),
  ...["Akuten", "Ortopeden", "Kirurgen"].map((name, i) =>
    centre(`H${i}`, name, 40, each(i === 0 ? 10 : 2), { kind: "hospital", peerGroup: "sjukhus" }),
  ),
];
