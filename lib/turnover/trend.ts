import {
  firstDayOf,
  lastDayOf,
  type Quarter,
  quarterOf,
  shiftQuarter,
} from "@/lib/quarters/quarter";
import type { Reading } from "./definition";
import { lastDayOfMonth, type Month, monthOf } from "./month";
import { addToPool, emptyPool, pooled } from "./period";
import type { TurnoverPolicy } from "./policy";
import { firstMonthOf, type UnitDeparture, type UnitMonths } from "./unit-months";
import { type XmrChart, xmrChart } from "./xmr";

/** A quarter's turnover of several units together, as a yearly rate. */
export interface QuarterRate {
  quarter: Quarter;
  departures: number;
  rate: number;
}

/** Quarter by quarter, with the XmR chart of the rates (its points in the same order). */
export interface Trend {
  quarters: readonly QuarterRate[];
  /** Null with fewer than two quarters. */
  chart: XmrChart | null;
}

/** The trend of a group from its first month of data to the last whole quarter at the end of `asOf`. */
export function turnoverTrend(
  units: readonly UnitMonths[],
  asOf: Month,
  reading: Reading,
  policy: TurnoverPolicy,
): Trend {
  const pools = wholeQuarters(units, asOf).map((quarter) => ({
    quarter,
    pool: emptyPool({ from: monthOf(firstDayOf(quarter)), to: monthOf(lastDayOf(quarter)) }),
  }));
  for (const unit of units) {
    const left = byQuarter(unit);
    for (const { quarter, pool } of pools) addToPool(pool, unit, left.get(quarter) ?? NONE);
  }
  const quarters = pools.flatMap(({ quarter, pool }) => {
    const period = pooled(pool, policy);
    const rate = period.rates[reading];
    if (rate.kind === "no-rate") return [];
    return [{ quarter, departures: period.departures[reading], rate: rate.value }];
  });
  return {
    quarters,
    chart: xmrChart(
      quarters.map(({ rate }) => rate),
      { floor: 0 },
    ),
  };
}

function wholeQuarters(units: readonly UnitMonths[], asOf: Month): readonly Quarter[] {
  const first = firstMonth(units);
  if (first === null) return [];
  const begins = quarterOf(`${first}-01`);
  const quarters: Quarter[] = [];
  const start = monthOf(firstDayOf(begins)) === first ? begins : shiftQuarter(begins, 1);
  for (let q = start; lastDayOf(q) <= lastDayOfMonth(asOf); q = shiftQuarter(q, 1)) {
    quarters.push(q);
  }
  return quarters;
}

function firstMonth(units: readonly UnitMonths[]): Month | null {
  return units.map(firstMonthOf).reduce<Month | null>((first, month) => {
    return first === null || (month !== null && month < first) ? month : first;
  }, null);
}

/** A unit's departures by the quarter of their last day, so that each is looked at once. */
function byQuarter({ departures }: UnitMonths): ReadonlyMap<Quarter, readonly UnitDeparture[]> {
  const found = new Map<Quarter, UnitDeparture[]>();
  for (const departure of departures) {
    const quarter = quarterOf(departure.lastDay);
    const own = found.get(quarter) ?? [];
    own.push(departure);
    found.set(quarter, own);
  }
  return found;
}

const NONE: readonly UnitDeparture[] = [];
