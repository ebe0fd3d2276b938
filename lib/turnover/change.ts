import { upperTail } from "./binomial";
import type { Reading } from "./definition";
import { personYears } from "./exposure";
import type { PeriodTurnover } from "./period";

/** How turnover moved from one period to a later one, and whether chance alone can have done it. */
export interface Change {
  direction: "up" | "down" | "same";
  chance: boolean;
}

const BEYOND = 0.025;

/**
 * Compares two periods of the same unit by the exact conditional test (Przyborowski & Wilenski 1940):
 * given all departures together, the later ones are binomial in their share of the person-years.
 * More than chance = at most 2.5 % on the side it moved to. Null when either has no rate.
 */
export function changeBetween(
  before: PeriodTurnover,
  after: PeriodTurnover,
  reading: Reading,
): Change | null {
  const [first, second] = [before.rates[reading], after.rates[reading]];
  if (first.kind === "no-rate" || second.kind === "no-rate") return null;
  if (typeof before.exposure === "string" || typeof after.exposure === "string") return null;
  if (first.value === second.value) return { direction: "same", chance: true };
  const up = second.value > first.value;
  const share = personYears(after.exposure);
  const p = share / (share + personYears(before.exposure));
  const [old, now] = [before.departures[reading], after.departures[reading]];
  const tail = up ? upperTail(old + now, now, p) : upperTail(old + now, old, 1 - p);
  return { direction: up ? "up" : "down", chance: tail > BEYOND };
}
