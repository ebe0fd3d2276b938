import type { Day } from "@/lib/quarters/quarter";
import type { Reading } from "./definition";
import { personYears } from "./exposure";
import { withHistory } from "./lineage";
import { type Month, monthOf, monthsBetween, shiftMonth, type Window } from "./month";
import { type PeriodTurnover, periodTurnover, pooledTurnover } from "./period";
import type { TurnoverPolicy } from "./policy";
import { type RateRatio, rateRatio } from "./rate-ratio";
import type { UnitMonths } from "./unit-months";

/** One side of the comparison. */
export interface Side {
  window: Window;
  departures: number;
  /** Per person-year. */
  rate: number;
}

/**
 * A unit's turnover before and after a day on which something was decided.
 * `too-early`: under half a year of whole months after it. `break`: it became another unit in between.
 * `no-rate`: a side has no rate (too few staff, headcounts missing, not open).
 */
export type BeforeAfter =
  | {
      kind: "compared";
      before: Side;
      after: Side;
      /** Null when nobody left on either side. */
      ratio: RateRatio | null;
      /** Whether the interval holds 1: chance alone can have done it. */
      chance: boolean;
      /** Corresponding units' rates in the same months; null without any. */
      peers: { before: number; after: number } | null;
    }
  | { kind: "too-early" | "break" | "no-rate" };

const LEAST_MONTHS = 6;
/** Longer ago has less to do with the action, and more with everything else. */
const MOST_MONTHS = 24;

/**
 * Compares up to 24 whole months before the month of a decision with up to 24 after it. It says what happened, never
 * why: units that act are chosen because they lost many, and such numbers tend to fall back by themselves.
 */
export function beforeAfter(
  unit: UnitMonths,
  units: readonly UnitMonths[],
  { decidedOn, asOf }: { readonly decidedOn: Day; readonly asOf: Month },
  policy: TurnoverPolicy,
): BeforeAfter {
  const month = monthOf(decidedOn);
  const late = monthsBetween(month, asOf);
  if (late < LEAST_MONTHS) return { kind: "too-early" };
  const windows = {
    before: { from: shiftMonth(month, -MOST_MONTHS), to: shiftMonth(month, -1) },
    after: { from: shiftMonth(month, 1), to: shiftMonth(month, Math.min(late, MOST_MONTHS)) },
  };
  const history = withHistory(unit, units);
  const cut = history.breaks.some(
    (broken) => windows.before.from < broken.month && broken.month <= windows.after.to,
  );
  if (cut) return { kind: "break" };
  const { reading } = policy;
  const before = sideOf(periodTurnover(history.unit, windows.before, policy), reading);
  const after = sideOf(periodTurnover(history.unit, windows.after, policy), reading);
  if (before === null || after === null) return { kind: "no-rate" };
  const ratio = rateRatio(before, after);
  const peers = units.filter(
    ({ code, peerGroup }) =>
      code !== unit.code && peerGroup !== null && peerGroup === unit.peerGroup,
  );
  const [peersBefore, peersAfter] = [windows.before, windows.after].map((window) =>
    sideOf(pooledTurnover(peers, window, policy), reading),
  );
  return {
    kind: "compared",
    before,
    after,
    ratio,
    chance: ratio === null || (ratio.lower <= 1 && (ratio.upper === null || 1 <= ratio.upper)),
    peers: peersBefore && peersAfter ? { before: peersBefore.rate, after: peersAfter.rate } : null,
  };
}

function sideOf(period: PeriodTurnover, reading: Reading): (Side & { personYears: number }) | null {
  const rate = period.rates[reading];
  if (rate.kind === "no-rate" || typeof period.exposure === "string") return null;
  return {
    window: period.window,
    departures: period.departures[reading],
    rate: rate.value,
    personYears: personYears(period.exposure),
  };
}
