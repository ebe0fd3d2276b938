import type { Figure } from "@/lib/disclosure/figure";

/** What a row's value is counted in, and how many decimals it is printed with. */
export const UNIT_DIGITS = {
  people: 0,
  answers: 0,
  units: 0,
  months: 0,
  departures: 0,
  expected: 1,
  percent: 0,
  points: 0,
  mean: 1,
  "percent-per-year": 1,
  index: 0,
} as const;

export type UnitOfMeasure = keyof typeof UNIT_DIGITS;

/**
 * One figure of a report, as it stands on the page and in both files. Turnover and plans are plain
 * statistics: their figures are of kind `count`.
 */
export type Row = {
  /** Stable: the same place in the next quarter's report has the same id. */
  readonly id: string;
  readonly section: "turnover" | "answers" | "results" | "participation" | "programme";
  /** `region`, `group:…`, `unit:…`, `kind:…` or a quarter. */
  readonly of: string;
  readonly name: string;
  readonly series: string;
  /** A question or a measure of turnover. */
  readonly item: string;
  /** A class or an option of a question; empty for the item as a whole. */
  readonly measure: string;
  readonly figure: Figure;
  readonly unit: UnitOfMeasure;
  readonly period: string;
};

type Place = Pick<Row, "section" | "of" | "name" | "series" | "period">;
type Value = Pick<Row, "item" | "figure" | "unit"> & { readonly measure?: string };

/** A row whose id says where it stands. */
export function row(place: Place, { measure = "", ...value }: Value): Row {
  const { section, of, series } = place;
  const parts = [section, of, series, value.item, measure].filter((part) => part !== "");
  return { id: parts.join("/"), ...place, ...value, measure };
}

/** A plain statistic as a figure, rounded as it is printed. */
export function plain(n: number, unit: UnitOfMeasure): Figure {
  const digits = UNIT_DIGITS[unit];
  return { kind: "count", n: Number(n.toFixed(digits)) };
}
