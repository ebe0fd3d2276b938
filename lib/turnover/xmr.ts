/** The four rules of NHS England's Making Data Count, and no more: each further one adds false alarms. */
export type XmrRule = "outside-limits" | "seven-on-one-side" | "seven-in-a-row" | "two-of-three";

export interface XmrPoint {
  value: number;
  /** Empty: common-cause variation. */
  rules: readonly XmrRule[];
}

/** An individuals and moving-range chart. */
export interface XmrChart {
  mean: number;
  lower: number;
  upper: number;
  /** Fewer than twelve points stand behind the limits. */
  trial: boolean;
  points: readonly XmrPoint[];
}

const FULL_BASELINE = 12;
const RUN = 7;
/** 3 / d2 for ranges of two (Wheeler). */
const SIGMAS = 2.66;

/**
 * Limits mean ± 2.66 × mean moving range over the first `baseline` points (all, unless given), never
 * below `floor`, and the rules that each point takes part in. Null with fewer than two points.
 */
export function xmrChart(
  values: readonly number[],
  options: { baseline?: number; floor?: number } = {},
): XmrChart | null {
  const base = values.slice(0, options.baseline ?? values.length);
  if (base.length < 2) return null;
  const mean = average(base);
  const reach = SIGMAS * average(base.slice(1).map((value, i) => Math.abs(value - (base[i] ?? 0))));
  const marks = ruleMarks(values, mean, reach);
  return {
    mean,
    lower: Math.max(mean - reach, options.floor ?? Number.NEGATIVE_INFINITY),
    upper: mean + reach,
    trial: base.length < FULL_BASELINE,
    points: values.map((value, i) => ({
      value,
      rules: marks.filter(({ points }) => points.has(i)).map(({ rule }) => rule),
    })),
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Which points take part in which rule. Rules look at the limits before any floor. */
function ruleMarks(values: readonly number[], mean: number, reach: number) {
  const from = values.map((value) => value - mean);
  const side = from.map(Math.sign);
  const step = values.map((value, i) => Math.sign(value - (values[i - 1] ?? value)));
  const outer = from.map((d) => (reach > 0 && Math.abs(d) > (2 / 3) * reach ? Math.sign(d) : 0));
  const all = (part: readonly number[], of: number) => part.every((sign) => sign === of);
  const both = (holds: (sign: number) => boolean) => holds(1) || holds(-1);
  const outside = from.flatMap((d, i) => (Math.abs(d) > reach ? [i] : []));
  return [
    { rule: "outside-limits" as const, points: new Set(outside) },
    {
      rule: "seven-on-one-side" as const,
      points: spans(values.length, RUN, (i) => both((s) => all(side.slice(i, i + RUN), s))),
    },
    {
      // Seven points make six steps; the first point has no step of its own in the span.
      rule: "seven-in-a-row" as const,
      points: spans(values.length, RUN, (i) => both((s) => all(step.slice(i + 1, i + RUN), s))),
    },
    { rule: "two-of-three" as const, points: twoOfThree(outer) },
  ];
}

/** All points of every span of a length that starts where the test holds. */
function spans(count: number, length: number, holds: (start: number) => boolean): Set<number> {
  const points = new Set<number>();
  for (let start = 0; start + length <= count; start += 1) {
    if (holds(start)) for (let i = 0; i < length; i += 1) points.add(start + i);
  }
  return points;
}

/** Points in the outer third on one side, when at least two of three in a row are there. */
function twoOfThree(outer: readonly number[]): Set<number> {
  const points = new Set<number>();
  for (let start = 0; start + 3 <= outer.length; start += 1) {
    for (const sign of [1, -1]) {
      const near = [start, start + 1, start + 2].filter((i) => outer[i] === sign);
      if (near.length >= 2) for (const i of near) points.add(i);
    }
  }
  return points;
}
