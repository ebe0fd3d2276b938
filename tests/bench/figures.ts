import { median } from "./clock";

/** A measured figure over several runs, beside what the machine could do at most in the same minute. */
export type Figure = {
  readonly name: string;
  readonly unit: string;
  readonly runs: readonly number[];
  /** The same work with nothing of ours around it, measured in this run. */
  readonly limit?: { readonly name: string; readonly value: number };
  /** What the median is to reach; printed beside it, and nothing fails. */
  readonly goal?: Goal;
};

export type Goal = { readonly atMost: number } | { readonly atLeast: number };

export type Section = { readonly name: string; readonly figures: readonly Figure[] };

/** How thorough a run is: `quick` is done within three minutes. */
export type Extent = { readonly quick: boolean };

function short(value: number): string {
  if (value === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString("en", { maximumFractionDigits: Math.min(digits, 3) });
}

const HEAD = ["figure", "median", "min–max", "unit", "goal", "limit", "ratio"];

const isMet = (goal: Goal, value: number): boolean =>
  "atMost" in goal ? value <= goal.atMost : value >= goal.atLeast;

function goalIn(goal: Goal, value: number): string {
  const told = "atMost" in goal ? `≤ ${short(goal.atMost)}` : `≥ ${short(goal.atLeast)}`;
  return `${told} ${isMet(goal, value) ? "met" : "MISSED"}`;
}

function rowOf({ name, unit, runs, limit, goal }: Figure): readonly string[] {
  const middle = median(runs);
  return [
    name,
    short(middle),
    `${short(Math.min(...runs))}–${short(Math.max(...runs))}`,
    unit,
    goal ? goalIn(goal, middle) : "",
    limit ? `${short(limit.value)} ${limit.name}` : "",
    limit ? short(middle / limit.value) : "",
  ];
}

/** One table over all sections, for people. */
export function tableOf(sections: readonly Section[]): string {
  const blocks = sections.map(({ name, figures }) => [[name.toUpperCase()], ...figures.map(rowOf)]);
  const rows = [HEAD, ...blocks.flat()];
  const widths = HEAD.map((_, at) =>
    Math.max(...rows.filter((row) => row.length > 1).map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row.map((text, at) => text.padEnd(widths[at] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

/** The same for machines. */
export function jsonOf(sections: readonly Section[]): string {
  const told = sections.map(({ name, figures }) => ({
    name,
    figures: figures.map((one) => ({
      ...one,
      median: median(one.runs),
      ...(one.goal && { met: isMet(one.goal, median(one.runs)) }),
      ...(one.limit && { ratio: median(one.runs) / one.limit.value }),
    })),
  }));
  return JSON.stringify(told);
}
