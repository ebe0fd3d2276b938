import type { Reading } from "./definition";
import { type NoExposure, personYears } from "./exposure";
import type { PeerStandard } from "./peers";
import { expectedDepartures } from "./peers";
import type { PeriodTurnover } from "./period";
import { BEYOND, smallestCountAbove } from "./prediction";

/** A unit's departures held against what corresponding units would have had. */
export type Comparison =
  | {
      kind: "compared";
      observed: number;
      personYears: number;
      /** `staff-groups`: each staff group at its peers' rate; `peers`: all staff at the peers' rate. */
      basis: "peers" | "staff-groups";
      /** Departures per person-year that are expected of it. */
      peerRate: number;
      expected: number;
      /** Observed divided by expected. */
      ratio: number;
      /** Observed minus expected: departures too many (or, negative, too few). */
      excess: number;
      /** Over-dispersion that widened the limits; 1 = none. */
      phi: number;
      /** The smallest numbers of departures that are more than chance gives. */
      limits: { "95": number; "99.8": number };
      above: "within" | "95" | "99.8";
    }
  | { kind: "not-compared"; reason: NoExposure | "too-few-staff" | "no-peers" | "none-expected" };

/**
 * Compares a unit with its peers over the same window, on one reading of turnover.
 *
 * @param byStaffGroup departures expected of its own staff groups (`expectedByStaffGroup`); null without groups
 */
export function compareWithPeers(
  period: PeriodTurnover,
  reading: Reading,
  standard: PeerStandard | null,
  byStaffGroup: Readonly<Record<Reading, number>> | null = null,
): Comparison {
  const rate = period.rates[reading];
  if (rate.kind === "no-rate") return { kind: "not-compared", reason: rate.reason };
  if (typeof period.exposure === "string") {
    return { kind: "not-compared", reason: period.exposure };
  }
  const peerRate = standard?.rate[reading] ?? null;
  if (standard === null || peerRate === null || standard.units.length < 2) {
    return { kind: "not-compared", reason: "no-peers" };
  }
  const observed = period.departures[reading];
  const years = personYears(period.exposure);
  const groups = byStaffGroup === null ? null : standard.byStaffGroup;
  const expected = byStaffGroup?.[reading] ?? expectedDepartures(peerRate, years);
  if (expected === 0) return { kind: "not-compared", reason: "none-expected" };
  const phi = (groups ?? standard).phi[reading];
  const limits = {
    "95": smallestCountAbove(expected, BEYOND["95"], phi),
    "99.8": smallestCountAbove(expected, BEYOND["99.8"], phi),
  };
  return {
    kind: "compared",
    observed,
    personYears: years,
    basis: groups === null ? "peers" : "staff-groups",
    peerRate: groups === null ? peerRate : expected / years,
    expected,
    ratio: observed / expected,
    excess: observed - expected,
    phi,
    limits,
    above: aboveWhich(observed, limits),
  };
}

function aboveWhich(
  observed: number,
  limits: { "95": number; "99.8": number },
): "within" | "95" | "99.8" {
  if (observed >= limits["99.8"]) return "99.8";
  return observed >= limits["95"] ? "95" : "within";
}
