import { scaleLinear } from "d3-scale";
import type { Rate, TurnoverSeries } from "@/components/charts/turnover-data";

const STEPS: readonly (readonly [number, number])[] = [
  [0.4, 0.1],
  [0.6, 0.2],
  [0.8, 0.2],
  [1, 0.25],
];

/**
 * Axis of turnover from 0: one scale for all units up to 40 %, a longer one only where a point, not an
 * interval, would fall outside. `ticks` leaves out the limit, which is drawn as its own line.
 */
export function turnoverAxis(rates: readonly Rate[], limit: number) {
  const highest = Math.max(0, ...rates.map((r) => r.rate ?? 0));
  const [max, step] = STEPS.find(([ceiling]) => highest <= ceiling * 0.95) ?? [
    Math.ceil(highest * 2) / 2,
    0.5,
  ];
  const all = Array.from({ length: Math.round(max / step) + 1 }, (_, i) => i * step);
  return { max, ticks: all.filter((tick) => Math.abs(tick - limit) > step / 3) };
}

/**
 * Where a day lies among the slots: 0 = the first year's 1 January, 1 = the next year's. Days after the
 * last whole year lie in the slot of the last twelve months, when there is one. Clamped to the axis.
 */
export function slotOf(day: string, series: Pick<TurnoverSeries, "years" | "latest">): number {
  const year = Number(day.slice(0, 4));
  const share = (Number(day.slice(5, 7)) - 1 + (Number(day.slice(8, 10)) - 1) / 31) / 12;
  const first = series.years[0]?.year ?? year;
  const slots = series.years.length + (series.latest ? 1 : 0);
  return Math.min(Math.max(year - first + share, 0), slots);
}

export type Plot = {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
};

/** Slot → x and share → y for a plot. */
export function turnoverScales(plot: Plot, slots: number, max: number) {
  const x = scaleLinear([0, slots], [plot.left, plot.width - plot.right]);
  const y = scaleLinear([0, max], [plot.base, plot.top]);
  return { x, y };
}
