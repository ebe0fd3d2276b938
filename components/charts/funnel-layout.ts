import { scaleLinear } from "d3-scale";
import type { Size } from "@/components/charts/drawing";
import { curveNames } from "@/components/charts/funnel-names";
import {
  alongLine,
  around,
  linePath,
  type Point,
  underCeiling,
} from "@/components/charts/geometry";
import { placeLabels, textBox } from "@/components/charts/label-placement";

/** One unit: `expected` departures, and how many times the expected it had (O/E). */
export type FunnelUnit = {
  readonly id: string;
  readonly name: string;
  readonly expected: number;
  readonly times: number;
  /** `filled`: outside 95 %; `hollow`: over the motion's limit but inside; `plain`: neither, and unnamed. */
  readonly mark: "filled" | "hollow" | "plain";
};

/** Limit curves as (expected, times) points, `expected` rising. */
export type FunnelLimits = {
  readonly upper95: readonly Point[];
  readonly lower95: readonly Point[];
  readonly upper998: readonly Point[];
  readonly lower998: readonly Point[];
};

export type FunnelInput = { readonly units: readonly FunnelUnit[]; readonly limits: FunnelLimits };

function plotOf({ width, roomy }: Size) {
  return roomy
    ? { left: 36, right: width - 120, top: 34, base: 376 }
    : { left: 36, right: width - 8, top: 34, base: 296 };
}

/** More names than this find no room in any picture, and some of them would say that those were the ones. */
const MOST_NAMED = 60;

type Layout = ReturnType<typeof layOut>;

// Thousands of points are laid out once for each width, for as long as whoever asks keeps the units.
const laidOut = new WeakMap<
  readonly FunnelUnit[],
  { readonly limits: FunnelLimits; readonly byWidth: Map<number, Layout> }
>();

/** The whole funnel in px, kept for as long as the very same units and limits are asked for. */
export function funnelLayout(input: FunnelInput, size: Size): Layout {
  const { units, limits } = input;
  const kept = laidOut.get(units);
  const known = kept?.limits === limits ? kept : { limits, byWidth: new Map<number, Layout>() };
  laidOut.set(units, known);
  const layout = known.byWidth.get(size.width) ?? layOut(input, size);
  known.byWidth.set(size.width, layout);
  return layout;
}

/** The whole funnel in px: scales, curves, points, labels of the named units only. */
function layOut({ units, limits }: FunnelInput, size: Size) {
  const plot = plotOf(size);
  const most = Math.max(3, ...units.map((u) => u.times)) * 1.06;
  const widest = Math.max(5, ...units.map((u) => u.expected)) * 1.05;
  const x = scaleLinear([0, widest], [plot.left, plot.right]);
  const y = scaleLinear([0, most], [plot.base, plot.top]);
  const within = (points: readonly Point[]) =>
    underCeiling(
      points.filter((p) => p.x <= widest),
      most,
    );
  const cut = {
    upper95: within(limits.upper95),
    lower95: within(limits.lower95),
    upper998: within(limits.upper998),
    lower998: within(limits.lower998),
  };
  const drawn = (points: readonly Point[]) => points.map((p) => ({ x: x(p.x), y: y(p.y) }));
  const curves = {
    upper95: drawn(cut.upper95),
    lower95: drawn(cut.lower95),
    upper998: drawn(cut.upper998),
    lower998: drawn(cut.lower998),
  };
  const points = apart(units.map((u) => ({ ...u, x: x(u.expected), y: y(u.times) })));
  const named = points.filter((p) => p.mark !== "plain");
  const wants = (named.length > MOST_NAMED ? [] : named)
    .toSorted((a, b) => a.mark.localeCompare(b.mark))
    .map((p) => ({
      id: p.id,
      text: p.name,
      at: { x: p.x, y: p.y },
      reach: 11,
      strong: p.mark === "filled",
    }));
  const taken = points.map((p) => around(p, p.mark === "plain" ? 5 : 8));
  const { ends, asExpected } = curveNames(
    curves,
    { right: plot.right, one: y(1), roomy: size.roomy },
    taken,
  );
  const labels = placeLabels(wants, {
    area: { x: plot.left + 4, y: 20, width: plot.right - plot.left, height: plot.base - 24 },
    hard: [...taken, ...ends.map((end) => textBox("99,8 %", end, end.anchor, true))],
    soft: [
      ...Object.values(curves).flatMap((c) => alongLine(c)),
      ...alongLine([
        { x: plot.left, y: y(1) },
        { x: plot.right, y: y(1) },
      ]),
    ],
  });
  return {
    plot,
    height: plot.base + 44,
    /** Where the axes end, and the curves within them, in the units of the axes. */
    domain: { x: widest, y: most },
    cut,
    one: y(1),
    xTicks: x.ticks(size.roomy ? 5 : 3).map((value) => ({ value, x: x(value) })),
    yTicks: y.ticks(Math.min(5, Math.ceil(most))).map((value) => ({ value, y: y(value) })),
    paths: Object.entries(curves).map(([name, c]) => ({ name, d: linePath(c) })),
    points: points.toSorted((a, b) => Number(a.mark !== "plain") - Number(b.mark !== "plain")),
    labels,
    ends,
    asExpected,
  };
}

/** More points than this lie on each other: of those that do, one is drawn. */
const MOST_APART = 500;
/** Points this near, px, are one to the eye: large ones lie on each other sooner. */
const NEAR = { plain: 4, hollow: 6, filled: 6 } as const;

function apart<P extends FunnelUnit & Point>(points: readonly P[]): readonly P[] {
  if (points.length <= MOST_APART) return points;
  const place = ({ mark, x, y }: P) =>
    `${mark} ${Math.round(x / NEAR[mark])} ${Math.round(y / NEAR[mark])}`;
  return [...new Map(points.map((p) => [place(p), p])).values()];
}
