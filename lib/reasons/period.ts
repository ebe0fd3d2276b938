import type { Cell } from "@/lib/disclosure/release";
import { isQuarter, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";

/** The time that a picture is of: the last four quarters, everything, a year, or one quarter (`2026`, `2026-Q3`). */
export type Period = "four" | "all" | (string & {});

/** So many quarters are chosen from one by one; years reach further back. */
const QUARTERS = 8;

/**
 * The times to choose among, newest first. A picture belongs to the quarter in which it was released: the
 * answers in it may have waited for each other.
 *
 * @param latest the latest quarter that was mixed
 */
export function periodsOf(cells: readonly Cell[], latest: Quarter): readonly Period[] {
  const quarters = [...new Set(cells.map(({ to }) => to))].sort().reverse();
  const years = [...new Set(quarters.map((quarter) => quarter.slice(0, 4)))];
  const recent = quarters.filter((quarter) => shiftQuarter(latest, 1 - QUARTERS) <= quarter);
  return ["four", "all", ...years, ...recent];
}

/** The period that an address asks for; the last four quarters when it asks for none that there is. */
export function chosenPeriod(asked: string | null, periods: readonly Period[]): Period {
  return periods.find((period) => period === asked) ?? "four";
}

/** The cells that were released in a period. */
export function cellsIn(cells: readonly Cell[], period: Period, latest: Quarter): readonly Cell[] {
  if (period === "all") return cells;
  const from = shiftQuarter(latest, -3);
  return cells.filter(({ to }) =>
    period === "four" ? from <= to && to <= latest : to.startsWith(period),
  );
}

/** Whether a period's pictures hold answers from before it, that had waited for more. `from`, `to`: the answers' quarters. */
export function hasWaited(
  period: Period,
  { from, to }: { readonly from: string; readonly to: string },
): boolean {
  if (period === "four") return isQuarter(to) && from < shiftQuarter(to, -3);
  return period !== "all" && from < (isQuarter(period) ? period : `${period}-Q1`);
}
