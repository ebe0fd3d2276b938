import {
  firstDayOf,
  lastDayOf,
  type Quarter,
  quarterOf,
  shiftQuarter,
} from "@/lib/quarters/quarter";
import type { Reading } from "./definition";
import { lastDayOfMonth, type Month, monthOf } from "./month";
import { pooledTurnover } from "./period";
import type { TurnoverPolicy } from "./policy";
import type { UnitMonths } from "./unit-months";
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
  const quarters = wholeQuarters(units, asOf).flatMap((quarter) => {
    const window = { from: monthOf(firstDayOf(quarter)), to: monthOf(lastDayOf(quarter)) };
    const period = pooledTurnover(units, window, policy);
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
  let first: Month | null = null;
  for (const { headcount } of units) {
    for (const month of Object.keys(headcount)) {
      if (first === null || month < first) first = month;
    }
  }
  return first;
}
