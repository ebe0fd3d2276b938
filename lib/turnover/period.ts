import { DEPARTURE_KINDS, type DepartureKind } from "@/lib/departures/kind";
import { type DefinitionVersion, definitionOf, isCounted, type Reading } from "./definition";
import {
  type Exposure,
  exposureIn,
  exposureOf,
  meanHeadcount,
  type NoExposure,
  personYears,
} from "./exposure";
import { type Interval, rateInterval } from "./interval";
import { monthsIn, type Window } from "./month";
import type { TurnoverPolicy } from "./policy";
import type { UnitDeparture, UnitMonths } from "./unit-months";

export type KindCounts = Readonly<Record<DepartureKind, number>>;

/** Turnover per year: departures per person-year (0.1 = 10 %), or why there is none. */
export type Rate =
  | {
      kind: "rate";
      value: number;
      /** 95 %, in the same unit as the value. */
      interval: Interval;
      reachesThreshold: boolean;
    }
  | { kind: "no-rate"; reason: NoExposure | "too-few-staff" };

/** Turnover of a unit, or of several together, in a run of months; both readings. */
export interface PeriodTurnover {
  definition: DefinitionVersion;
  window: Window;
  /** Everyone who left, by kind, counted or not. */
  kinds: KindCounts;
  /** Those that count as turnover. */
  departures: Readonly<Record<Reading, number>>;
  exposure: Exposure | NoExposure;
  rates: Readonly<Record<Reading, Rate>>;
}

/** Departures whose last day lies in the window, by kind. */
export function countKinds(departures: readonly UnitDeparture[], window: Window): KindCounts {
  const counts = noDepartures();
  addKinds(counts, departures, window);
  return counts;
}

function addKinds(
  counts: Record<DepartureKind, number>,
  departures: readonly UnitDeparture[],
  window: Window,
): void {
  // Days and months sort together as text; no last day of a month is later than its 31st.
  const end = `${window.to}-31`;
  for (const { lastDay, kind } of departures) {
    if (window.from <= lastDay && lastDay <= end) counts[kind] += 1;
  }
}

function noDepartures(): Record<DepartureKind, number> {
  return {
    resignation: 0,
    retirement: 0,
    internal_move: 0,
    fixed_term_end: 0,
    transfer: 0,
    redundancy: 0,
    death: 0,
    other: 0,
  };
}

/** Turnover of one unit in a window. A window longer or shorter than a year gives a yearly rate. */
export function periodTurnover(
  unit: UnitMonths,
  window: Window,
  policy: TurnoverPolicy,
): PeriodTurnover {
  return turnoverOf(countKinds(unit.departures, window), exposureOf(unit, window), window, policy);
}

/** Turnover of several units together; `leftOut` lists the codes that lack headcounts. */
export function pooledTurnover(
  units: readonly UnitMonths[],
  window: Window,
  policy: TurnoverPolicy,
): PeriodTurnover & { leftOut: readonly string[] } {
  const pool = emptyPool(window);
  for (const unit of units) addToPool(pool, unit, unit.departures);
  return pooled(pool, policy);
}

/** Units side by side in a window, counted one after another. */
export interface Pool {
  readonly window: Window;
  readonly kinds: Record<DepartureKind, number>;
  readonly leftOut: string[];
  exposure: Exposure | NoExposure;
}

/** A pool without anybody: for counting many units over many windows, a unit at a time. */
export function emptyPool(window: Window): Pool {
  return { window, kinds: noDepartures(), leftOut: [], exposure: "not-open" };
}

/** Adds a unit to a pool; `departures`: its own of the window, others do no harm. */
export function addToPool(
  pool: Pool,
  unit: UnitMonths,
  departures: readonly UnitDeparture[],
): void {
  const months = monthsIn(pool.window);
  const exposure = exposureIn(unit, months);
  if (exposure === "no-headcount") pool.leftOut.push(unit.code);
  if (typeof exposure === "string") return;
  addKinds(pool.kinds, departures, pool.window);
  pool.exposure = sideBySide(pool.exposure, exposure, months.length);
}

/** The turnover of everybody in a pool. */
export function pooled(
  { kinds, exposure, window, leftOut }: Pool,
  policy: TurnoverPolicy,
): PeriodTurnover & { leftOut: readonly string[] } {
  return { ...turnoverOf(kinds, exposure, window, policy), leftOut };
}

/** Person-months of units side by side; their mean is taken over the window, not over each life. */
function sideBySide(sum: Exposure | NoExposure, more: Exposure, months: number): Exposure {
  if (typeof sum === "string") return { ...more, months };
  return {
    personMonths: sum.personMonths + more.personMonths,
    months,
    basis: sum.basis === "monthly" ? more.basis : sum.basis,
  };
}

function turnoverOf(
  kinds: KindCounts,
  exposure: Exposure | NoExposure,
  window: Window,
  policy: TurnoverPolicy,
): PeriodTurnover {
  const definition = definitionOf(policy.definition);
  const count = (reading: Reading) =>
    DEPARTURE_KINDS.filter((kind) => isCounted(kind, reading, definition)).reduce(
      (sum, kind) => sum + kinds[kind],
      0,
    );
  const departures = { external: count("external"), externalExcl: count("externalExcl") };
  const rate = (reading: Reading) =>
    rateOf(departures[reading], exposure, policy.threshold, definition.smallestMean);
  return {
    definition: definition.version,
    window,
    kinds,
    departures,
    exposure,
    rates: { external: rate("external"), externalExcl: rate("externalExcl") },
  };
}

function rateOf(
  count: number,
  exposure: Exposure | NoExposure,
  threshold: number,
  smallestMean: number,
): Rate {
  if (typeof exposure === "string") return { kind: "no-rate", reason: exposure };
  if (meanHeadcount(exposure) < smallestMean) return { kind: "no-rate", reason: "too-few-staff" };
  // One division of exact numbers, so that 6 of 60 is 0.1 itself and reaches a threshold of 0.1.
  const value = (12 * count) / exposure.personMonths;
  const interval = rateInterval(count, personYears(exposure));
  return { kind: "rate", value, interval, reachesThreshold: value >= threshold };
}
