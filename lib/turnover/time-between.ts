import type { Day } from "@/lib/quarters/quarter";
import { type XmrChart, xmrChart } from "./xmr";

const DAY_MS = 86_400_000;
/** Makes waiting times between rare events nearly normal (Nelson 1994). */
const POWER = 3.6;

/** Days between one departure and the next, in time order; two on one day give 0. */
export function daysBetween(lastDays: readonly Day[]): readonly number[] {
  const sorted = [...lastDays].sort();
  return sorted.slice(1).map((day, i) => (Date.parse(day) - Date.parse(sorted[i] ?? day)) / DAY_MS);
}

/**
 * The t-chart of a small unit: limits and rules on days^(1/3.6), given back in days. Short waits,
 * below the lower limit, are the bad sign. Null with fewer than three departures.
 */
export function timeBetweenChart(lastDays: readonly Day[]): XmrChart | null {
  const days = daysBetween(lastDays);
  const chart = xmrChart(days.map((d) => d ** (1 / POWER)));
  if (chart === null) return null;
  return {
    ...chart,
    mean: chart.mean ** POWER,
    lower: Math.max(0, chart.lower) ** POWER,
    upper: chart.upper ** POWER,
    points: chart.points.map(({ rules }, i) => ({ value: days[i] ?? 0, rules })),
  };
}
