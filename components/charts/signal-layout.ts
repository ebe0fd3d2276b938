import { scaleLinear } from "d3-scale";
import type { Size } from "@/components/charts/drawing";
import { linePath, type Point } from "@/components/charts/geometry";
import { evenStep, spread } from "@/components/charts/trend-layout";

/** One period: `at` in years (2025.5), the unit's value and the mean of its peers, null where missing. */
export type SignalMark = {
  readonly id: string;
  readonly at: number;
  readonly value: number | null;
  readonly peers: number | null;
};

const INDEX_STEP = 20;
const BETWEEN = 17;
/** More points than this are a line with its last point: dots would run together. */
const MOST_DOTS = 24;
/** So that no year meets the next, px. */
const YEAR_APART = 48;

/** An index from the even twenty under its lowest value; what is counted in per cent from 0. */
function scaleOf(values: readonly number[], index: boolean) {
  if (index) {
    const lowest = Math.min(80, ...values);
    const from = Math.max(0, Math.floor((lowest - 1) / INDEX_STEP) * INDEX_STEP);
    return { from, to: 100, step: INDEX_STEP };
  }
  const highest = Math.max(1, ...values);
  const step = evenStep(highest);
  return { from: 0, to: Math.ceil(highest / step) * step, step };
}

/**
 * A signal over time in px: the unit's own line, broken where it is missing, and its peers' mean. `lowest`: of an index
 * that is read beside others, the lowest value of them all, so that they share a scale.
 */
export function signalLayout(
  marks: readonly SignalMark[],
  index: boolean,
  { width, roomy }: Size,
  lowest = Number.POSITIVE_INFINITY,
) {
  const plot = roomy
    ? { left: 36, right: width - 150, top: 34, base: 200 }
    : { left: 36, right: width - 8, top: 52, base: 200 };
  const values = marks.flatMap(({ value, peers }) => [value, peers]).filter((v) => v !== null);
  const { from, to, step } = scaleOf(index ? [...values, lowest] : values, index);
  const y = scaleLinear([from, to], [plot.base, plot.top]);
  const years = marks.map(({ at }) => Math.floor(at));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const x = scaleLinear([first, last + 1], [plot.left + 8, plot.right - 8]);
  const place = (key: "value" | "peers") =>
    marks.map((mark) => {
      const value = mark[key];
      return value === null ? null : { id: mark.id, x: x(mark.at), y: y(value) };
    });
  const [own, peers] = [place("value"), place("peers")];
  const points = own.filter((point) => point !== null);
  const [now, mean] = [points.at(-1), peers.findLast((point) => point !== null)];
  const every = Math.max(1, Math.ceil(YEAR_APART / (x(first + 1) - x(first))));
  return {
    plot,
    height: plot.base + 30,
    dots: points.length > MOST_DOTS ? points.slice(-1) : points,
    paths: { own: runsOf(own).map(linePath), peers: runsOf(peers).map(linePath) },
    grid: Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => ({
      value: from + i * step,
      y: y(from + i * step),
    })),
    ticks: Array.from({ length: last - first + 1 }, (_, i) => first + i)
      .filter((year) => (last - year) % every === 0)
      .map((year) => ({ year, x: x(year + 0.5) })),
    names: spread(
      [
        ...(now === undefined ? [] : [{ key: "now" as const, y: now.y }]),
        ...(mean === undefined ? [] : [{ key: "peers" as const, y: mean.y }]),
      ],
      BETWEEN,
    ),
  };
}

/** The stretches without a gap. */
function runsOf(points: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 1);
}
