import type { DepartureKind } from "@/lib/departures/kind";
import type { Day } from "@/lib/quarters/quarter";
import type { Month } from "./month";

/** A departure as the statistics see it: no person, only the last day and how it ended. */
export interface UnitDeparture {
  lastDay: Day;
  kind: DepartureKind;
  /** Where the import has it. */
  staffGroup?: string;
}

/** All that turnover is computed from, for one unit. */
export interface UnitMonths {
  code: string;
  name: string;
  kind: string;
  /** The corresponding units it is compared with; null = compared with nobody. */
  peerGroup: string | null;
  /** First day it exists; null = from before the data begin. */
  validFrom: Day | null;
  /** Last day it exists; null = still open. */
  validTo: Day | null;
  /** Permanent employees (persons, not full-time equivalents) at each month's end. */
  headcount: Readonly<Record<Month, number>>;
  /** The same divided by staff group, for the months whose import has it: group → month → employees. */
  staffGroups?: Readonly<Record<string, Readonly<Record<Month, number>>>>;
  departures: readonly UnitDeparture[];
  /** Codes of the units it was made of (merge, split, rename, move). */
  predecessors: readonly string[];
}

/** The first month with a headcount; null without any. */
export function firstMonthOf({ headcount }: Pick<UnitMonths, "headcount">): Month | null {
  let first: Month | null = null;
  for (const month of Object.keys(headcount)) {
    if (first === null || month < first) first = month;
  }
  return first;
}
