import {
  firstDayOf,
  lastDayOf,
  type Quarter,
  quarterOf,
  shiftQuarter,
} from "@/lib/quarters/quarter";
import type { Reading } from "./definition";
import type { UnitHistory } from "./lineage";
import { lastDayOfMonth, type Month, monthOf, monthsUpTo } from "./month";
import { type PeriodTurnover, periodTurnover } from "./period";
import type { TurnoverPolicy } from "./policy";
import { firstMonthOf } from "./unit-months";

/** Turnover in the twelve months that end with a quarter. */
export interface RollingPoint {
  quarter: Quarter;
  period: PeriodTurnover;
}

/**
 * A unit's turnover in twelve months, quarter by quarter, up to the last whole quarter at the end of `asOf`: only
 * windows that are whole, have a rate, and hold no break.
 */
export function rollingTurnover(
  { unit, breaks }: UnitHistory,
  asOf: Month,
  reading: Reading,
  policy: TurnoverPolicy,
): readonly RollingPoint[] {
  const first = firstMonthOf(unit);
  if (first === null) return [];
  const points: RollingPoint[] = [];
  // Three quarters on: the first whose twelve months can all have headcounts.
  const start = shiftQuarter(
    quarterOf(`${first}-01`),
    monthOf(firstDayOf(quarterOf(`${first}-01`))) === first ? 3 : 4,
  );
  for (let q = start; lastDayOf(q) <= lastDayOfMonth(asOf); q = shiftQuarter(q, 1)) {
    const window = monthsUpTo(monthOf(lastDayOf(q)), 12);
    const period = periodTurnover(unit, window, policy);
    const broken = breaks.some(({ month }) => window.from < month && month <= window.to);
    if (broken || period.rates[reading].kind === "no-rate") continue;
    points.push({ quarter: q, period });
  }
  return points;
}
