import type { DepartureKind } from "@/lib/departures/kind";
import { type Month, monthsIn } from "@/lib/turnover/month";
import type { UnitMonths } from "@/lib/turnover/unit-months";

/** The same headcount at every month's end. */
export function steady(count: number, from: Month, to: Month): Record<Month, number> {
  return Object.fromEntries(monthsIn({ from, to }).map((month) => [month, count]));
}

/** So many departures on one day. */
export function left(number: number, lastDay: string, kind: DepartureKind = "resignation") {
  return Array.from({ length: number }, () => ({ lastDay, kind }));
}

/** A health centre of 20 from 2022 to September 2026 that nobody has left. */
export function aUnit(own: Partial<UnitMonths> = {}): UnitMonths {
  return {
    code: "vc-1",
    name: "Björken",
    kind: "vårdcentral",
    peerGroup: "tätort",
    validFrom: null,
    validTo: null,
    headcount: steady(20, "2022-01", "2026-09"),
    departures: [],
    predecessors: [],
    ...own,
  };
}
