import type { Reading } from "./definition";
import { personYears } from "./exposure";
import type { Window } from "./month";
import { overdispersion } from "./overdispersion";
import { type PeriodTurnover, periodTurnover, pooledTurnover } from "./period";
import type { TurnoverPolicy } from "./policy";
import { expectedByStaffGroup, type GroupRates, staffGroupRates } from "./staff-groups";
import type { UnitMonths } from "./unit-months";

/** What corresponding units look like together: the yardstick a unit is held against. */
export interface PeerStandard {
  window: Window;
  /** Codes of the units large enough to be compared with each other. */
  units: readonly string[];
  /** Departures per person-year of all units together, the compared unit included; null = no data. */
  rate: Readonly<Record<Reading, number | null>>;
  /** Over-dispersion φ ≥ 1. */
  phi: Readonly<Record<Reading, number>>;
  /** Each staff group's rate and the over-dispersion around what they expect; null where the import lacks groups. */
  byStaffGroup: {
    rates: GroupRates;
    phi: Readonly<Record<Reading, number>>;
  } | null;
}

/**
 * The yardstick of a peer group in a window. Every unit counts with its own months only (a merged
 * unit's predecessors are units of the group themselves), so nobody is counted twice.
 */
export function peerStandard(
  peers: readonly UnitMonths[],
  window: Window,
  policy: TurnoverPolicy,
): PeerStandard {
  const all = pooledTurnover(peers, window, policy);
  const rate = {
    external: rateValue(all, "external"),
    externalExcl: rateValue(all, "externalExcl"),
  };
  const compared = peers
    .map((unit) => ({ unit, period: periodTurnover(unit, window, policy) }))
    .filter(({ period }) => period.rates.external.kind === "rate");
  const periods = compared.map(({ period }) => period);
  const phi = (reading: Reading) =>
    overdispersion(periods.flatMap((period) => observedExpected(period, reading, rate[reading])));
  return {
    window,
    units: compared.map(({ unit }) => unit.code),
    rate,
    phi: { external: phi("external"), externalExcl: phi("externalExcl") },
    byStaffGroup: standardised(peers, compared, window, policy),
  };
}

type Compared = { readonly unit: UnitMonths; readonly period: PeriodTurnover };

function standardised(
  peers: readonly UnitMonths[],
  compared: readonly Compared[],
  window: Window,
  policy: TurnoverPolicy,
): PeerStandard["byStaffGroup"] {
  const rates = staffGroupRates(peers, window, policy);
  if (rates === null) return null;
  const phi = (reading: Reading) =>
    overdispersion(
      compared.flatMap(({ unit, period }) => {
        const expected = expectedByStaffGroup(unit, window, rates, policy)?.[reading];
        return expected ? [{ observed: period.departures[reading], expected }] : [];
      }),
    );
  return { rates, phi: { external: phi("external"), externalExcl: phi("externalExcl") } };
}

function rateValue(period: PeriodTurnover, reading: Reading): number | null {
  const rate = period.rates[reading];
  return rate.kind === "rate" ? rate.value : null;
}

function observedExpected(period: PeriodTurnover, reading: Reading, rate: number | null) {
  if (typeof period.exposure === "string" || rate === null) return [];
  const expected = expectedDepartures(rate, personYears(period.exposure));
  return [{ observed: period.departures[reading], expected }];
}

/** Departures expected of a unit if it were like its peers. */
export function expectedDepartures(peerRate: number, unitPersonYears: number): number {
  return peerRate * unitPersonYears;
}
