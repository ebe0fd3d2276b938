import { chanceWithTail } from "./binomial";

/** Departures and the person-years they are counted over. */
export interface Counted {
  departures: number;
  personYears: number;
}

/** How many times the earlier rate the later one is, with its exact 95 % interval. */
export interface RateRatio {
  /** Null when nobody left before: no number of times is any number of people. */
  value: number | null;
  lower: number;
  /** Null when nobody left before: no upper bound. */
  upper: number | null;
}

const TAIL = 0.025;

/**
 * The ratio of two Poisson rates. Given all departures together, the later ones are binomial; the exact interval of
 * that share (Clopper & Pearson 1934) becomes the ratio's by p / (1 − p) times the person-years before over those
 * after. Null when nobody left in either period: then nothing can be said.
 */
export function rateRatio(before: Counted, after: Counted): RateRatio | null {
  const [early, late] = [before.departures, after.departures];
  const all = early + late;
  if (all === 0) return null;
  const scale = before.personYears / after.personYears;
  const odds = (p: number) => (scale * p) / (1 - p);
  return {
    value: early === 0 ? null : (scale * late) / early,
    lower: late === 0 ? 0 : odds(chanceWithTail(all, late, TAIL)),
    // P(X ≤ late) = 2.5 % is P(X ≥ late + 1) = 97.5 %.
    upper: early === 0 ? null : odds(chanceWithTail(all, late + 1, 1 - TAIL)),
  };
}
