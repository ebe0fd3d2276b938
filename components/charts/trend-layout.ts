import { scaleLinear } from "d3-scale";
import type { Size } from "@/components/charts/drawing";
import { linePath } from "@/components/charts/geometry";

/** One quarter of an XmR chart. `value` in the unit of the axis (per cent per year as 6.1). */
export type TrendPoint = {
  readonly id: string;
  readonly value: number;
  /** Printed under the axis where it is given: the first quarter of each year. */
  readonly tick?: string | undefined;
  /** One of the four rules speaks here: ringed. */
  readonly ringed?: boolean | undefined;
  /** Something is left out before it: no line leads here. */
  readonly apart?: boolean | undefined;
};

export type TrendInput = {
  readonly points: readonly TrendPoint[];
  /** The dashed line: the mean, or a threshold. */
  readonly mean: number;
  /** Left out where the points are not held against limits of their own. */
  readonly lower?: number;
  readonly upper?: number;
};

/** A limit so many times further up than everything else would press all points on the axis: it is named, not drawn. */
const FAR = 3;

const BETWEEN = 17;
/** So that no year meets the next, in px. */
const TICK_APART = { roomy: 44, narrow: 56 } as const;

/** How far up the axis goes, in what steps, and whether the upper limit is drawn. */
function heightsOf({ points, mean, upper }: TrendInput) {
  const reach = Math.max(mean, ...points.map((p) => p.value));
  const drawn = upper !== undefined && upper <= FAR * reach;
  const highest = drawn ? Math.max(upper, reach) : reach;
  const step = evenStep(highest);
  // As is an arrow before a limit that is only named.
  const beside = upper === undefined || drawn ? 120 : 140;
  return { drawn, step, max: Math.ceil(highest / step) * step, beside };
}

/** The trend in px. Names at the right end are moved apart so that none meets another. */
export function trendLayout(input: TrendInput, { width, roomy }: Size) {
  const { points, mean, lower, upper } = input;
  const { drawn, step, max, beside } = heightsOf(input);
  // Thousands are wider.
  const left = max < 1000 ? 36 : 48;
  const plot = roomy
    ? { left, right: width - beside, top: 34, base: 220 }
    : { left, right: width - 8, top: 34, base: 200 };
  const y = scaleLinear([0, max], [plot.base, plot.top]);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [plot.left + 8, plot.right - 8]);
  const marks = points.map((p, i) => ({ ...p, x: x(i), y: y(p.value) }));
  const now = marks.at(-1);
  const wanted = [
    ...(upper === undefined ? [] : [{ key: "upper" as const, y: drawn ? y(upper) : plot.top }]),
    ...(lower === undefined ? [] : [{ key: "lower" as const, y: y(lower) }]),
    { key: "mean" as const, y: y(mean) },
    ...(now ? [{ key: "now" as const, y: now.y }] : []),
  ];
  const ticks = marks.filter((m) => m.tick);
  return {
    plot,
    height: plot.base + 30,
    marks,
    path: stretches(marks).map(linePath).join(""),
    lines: {
      mean: y(mean),
      upper: drawn && upper !== undefined ? y(upper) : null,
      lower: lower === undefined ? null : y(lower),
    },
    grid: Array.from({ length: max / step + 1 }, (_, i) => ({ value: i * step, y: y(i * step) })),
    ticks: apart(ticks, roomy ? TICK_APART.roomy : TICK_APART.narrow),
    names: spread(wanted, BETWEEN),
  };
}

/** The points that a line leads through, one after the other. */
function stretches<P extends Pick<TrendPoint, "apart">>(points: readonly P[]): readonly P[][] {
  const runs: P[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run === undefined || point.apart) runs.push([point]);
    else run.push(point);
  }
  return runs;
}

/** Those that are at least so far from the one kept before. */
function apart<T extends { readonly x: number }>(ticks: readonly T[], least: number): T[] {
  const kept: T[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    if (before === undefined || tick.x - before.x >= least) kept.push(tick);
  }
  return kept;
}

/** The smallest even step that gives at most five gridlines, the axis among them. */
export function evenStep(highest: number): number {
  return (
    [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500].find(
      (step) => highest / step <= 4,
    ) ?? 5000
  );
}

/** Moves heights apart to at least `gap`, as little as can be, keeping their order. */
export function spread<T extends { readonly y: number }>(wanted: readonly T[], gap: number): T[] {
  const sorted = wanted.toSorted((a, b) => a.y - b.y);
  let groups = sorted.map((item) => ({ items: [item], centre: item.y }));
  for (;;) {
    const clash = groups.findIndex((g, i) => {
      const next = groups[i + 1];
      return (
        next !== undefined &&
        next.centre - g.centre < ((g.items.length + next.items.length) / 2) * gap
      );
    });
    const first = groups[clash];
    const second = groups[clash + 1];
    if (!first || !second) break;
    const items = [...first.items, ...second.items];
    const centre = items.reduce((sum, item) => sum + item.y, 0) / items.length;
    groups = [...groups.slice(0, clash), { items, centre }, ...groups.slice(clash + 2)];
  }
  return groups.flatMap(({ items, centre }) =>
    items.map((item, i) => ({ ...item, y: centre + (i - (items.length - 1) / 2) * gap })),
  );
}
