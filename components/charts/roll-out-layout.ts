import { scaleLinear } from "d3-scale";
import type { Size } from "@/components/charts/drawing";
import { round } from "@/components/charts/marks";
import { spread } from "@/components/charts/trend-layout";

/** A quarter of a roll-out: units by decision, with what is proposed, and with a result of their own. */
export type RollOutPoint = {
  readonly quarter: string;
  readonly decided: number;
  readonly covered: number;
  readonly own: number;
};

const HEIGHT = { roomy: 320, narrow: 300 } as const;
const TOP = 32;
const BELOW = 34;
const LABEL = 17;

/** Places of everything in the picture; its axis begins at 0. */
export function rollOutLayout(points: readonly RollOutPoint[], { width, roomy }: Size) {
  const height = roomy ? HEIGHT.roomy : HEIGHT.narrow;
  const plot = {
    left: 36,
    right: width - (roomy ? 190 : 8),
    top: TOP,
    bottom: height - BELOW,
  };
  const most = Math.max(1, ...points.map(({ covered }) => covered));
  const y = scaleLinear([0, most], [plot.bottom, plot.top]).nice(4);
  const step = (plot.right - plot.left) / Math.max(points.length, 1);
  const x = (i: number) => plot.left + i * step;
  const area = (of: (point: RollOutPoint) => number) => stairs(points.map(of), x, y, plot.bottom);
  const last = points.at(-1) ?? { quarter: "", decided: 0, covered: 0, own: 0 };
  const named = [
    { id: "covered" as const, n: last.covered },
    ...(last.decided < last.covered ? [{ id: "decided" as const, n: last.decided }] : []),
    { id: "own" as const, n: last.own },
  ];
  return {
    ...{ width, height, plot },
    grid: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: y(value) })),
    years: points.flatMap(({ quarter }, i) =>
      quarter.endsWith("Q1") ? [{ id: quarter.slice(0, 4), x: x(i) }] : [],
    ),
    covered: area((point) => point.covered),
    decided: area((point) => point.decided),
    decidedEdge: edge(
      points.map((point) => point.decided),
      x,
      y,
    ),
    own: area((point) => point.own),
    labels: spread(
      named.map((one) => ({ ...one, y: y(one.n) + (roomy ? 4.5 : -6) })),
      LABEL,
    ),
  };
}

/** A filled stair: each value holds for its whole quarter. Nothing where every value is 0. */
function stairs(
  values: readonly number[],
  x: (i: number) => number,
  y: (n: number) => number,
  bottom: number,
): string {
  if (values.every((value) => value === 0)) return "";
  return `M${round(x(0))} ${bottom}${steps(values, x, y)}V${bottom}Z`;
}

/** The upper edge of such a stair, as a line. */
function edge(values: readonly number[], x: (i: number) => number, y: (n: number) => number) {
  const [first] = values;
  if (first === undefined || values.every((value) => value === 0)) return "";
  return `M${round(x(0))} ${round(y(first))}${steps(values, x, y)}`;
}

function steps(values: readonly number[], x: (i: number) => number, y: (n: number) => number) {
  return values.map((value, i) => `V${round(y(value))}H${round(x(i + 1))}`).join("");
}
