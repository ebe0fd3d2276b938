import type { SignalName } from "./signal";

/** What several units have of one signal in one period, added up. */
export type SignalSum = {
  /** Names the units together: a peer group, a group of the survey, the region. */
  readonly place: string;
  readonly period: string;
  readonly signal: SignalName;
  readonly units: number;
  readonly sum: number;
  /** Units that say how many answered. */
  readonly answered: number;
  readonly answers: number;
  /** Σ value × answers. */
  readonly weighted: number;
};

/** The mean of several units: each answer alike where every unit says how many there were, else each unit alike. */
export function meanOf({ units, sum, answered, answers, weighted }: SignalSum): number {
  return answered === units && answers > 0 ? weighted / answers : sum / units;
}
