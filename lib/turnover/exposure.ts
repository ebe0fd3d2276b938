import type { Day } from "@/lib/quarters/quarter";
import { lastDayOfMonth, type Month, monthOf, monthsIn, shiftMonth, type Window } from "./month";
import type { UnitMonths } from "./unit-months";

/** How much employment a window holds: what a count of departures is divided by. */
export interface Exposure {
  /** Σ of month-end headcounts; twelve of them are a person-year. An exact integer or half. */
  personMonths: number;
  /** Months of the window in which the unit existed. */
  months: number;
  /** `opening-closing`: some month is missing, so (opening + closing) / 2 stood in for twelve. */
  basis: "monthly" | "opening-closing";
}

export type NoExposure = "not-open" | "no-headcount";

/** A run of months, in order, by the places of its first month and of the one after its last. */
type Run = { readonly months: readonly Month[]; readonly from: number; readonly to: number };

/** The part of a run at whose ends the unit existed. */
function openIn({ validFrom, validTo }: UnitMonths, { months, from, to }: Run): Run {
  const first = validFrom === null ? "" : monthOf(validFrom);
  const last = validTo === null ? null : lastWholeMonth(validTo);
  let [begin, end] = [from, to];
  while (begin < end && (months[begin] ?? "") < first) begin += 1;
  while (end > begin && last !== null && (months[end - 1] ?? "") > last) end -= 1;
  return { months, from: begin, to: end };
}

/** The last month at whose end a unit existed that closed on a day. */
function lastWholeMonth(validTo: Day): Month {
  const month = monthOf(validTo);
  return lastDayOfMonth(month) <= validTo ? month : shiftMonth(month, -1);
}

/** Up to twelve months: month by month, or else by the count at either end (a month's grace). */
function yearExposure(unit: UnitMonths, open: Run): Exposure | NoExposure {
  const length = open.to - open.from;
  const first = open.months[open.from];
  const last = open.months[open.to - 1];
  if (length === 0 || first === undefined || last === undefined) return "not-open";
  const monthly = sumOf(unit, open);
  if (monthly !== null) return { personMonths: monthly, months: length, basis: "monthly" };
  const opening = unit.headcount[shiftMonth(first, -1)] ?? unit.headcount[first];
  const closing = unit.headcount[last] ?? unit.headcount[shiftMonth(last, -1)];
  if (opening === undefined || closing === undefined) return "no-headcount";
  const personMonths = ((opening + closing) / 2) * length;
  return { personMonths, months: length, basis: "opening-closing" };
}

/** Month-end headcounts added up; null when one is missing. Nothing is copied: a region asks a million times. */
function sumOf({ headcount }: UnitMonths, { months, from, to }: Run): number | null {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const count = headcount[months[at] ?? ""];
    if (count === undefined) return null;
    sum += count;
  }
  return sum;
}

/**
 * A unit's person-months in a window, twelve months at a time from its end, so that a missing month
 * coarsens its own year only. A year that cannot be counted leaves the whole window uncounted.
 */
export function exposureOf(unit: UnitMonths, window: Window): Exposure | NoExposure {
  return exposureIn(unit, monthsIn(window));
}

/** The same for a run of months that is already written out: for many units over one window. */
export function exposureIn(unit: UnitMonths, months: readonly Month[]): Exposure | NoExposure {
  let total: Exposure | null = null;
  for (let end = months.length; end > 0; end -= 12) {
    const block = { months, from: Math.max(0, end - 12), to: end };
    const year = yearExposure(unit, openIn(unit, block));
    if (year === "no-headcount") return year;
    if (year !== "not-open") total = total === null ? year : addExposures(total, year);
  }
  return total ?? "not-open";
}

/** Two stretches of the same unit, one after the other. */
function addExposures(a: Exposure, b: Exposure): Exposure {
  return {
    personMonths: a.personMonths + b.personMonths,
    months: a.months + b.months,
    basis: a.basis === "monthly" ? b.basis : a.basis,
  };
}

/** Person-years of an exposure. */
export function personYears(exposure: Exposure): number {
  return exposure.personMonths / 12;
}

/** Mean headcount of an exposure (MEAN in the definition). */
export function meanHeadcount(exposure: Exposure): number {
  return exposure.personMonths / exposure.months;
}
