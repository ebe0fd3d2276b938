import type { Scope } from "@/lib/programme/scope";
import type { Day, Quarter } from "@/lib/quarters/quarter";

/** A decision on whom to invite, and how many of the units there are now take part under it. */
export type ProgrammeStepDecided = {
  /** A later decision has the higher number. */
  readonly number: number;
  readonly from: Quarter;
  readonly scope: Scope;
  readonly units: number;
  /** Which ones. */
  readonly codes?: readonly string[];
  readonly decidedOn: Day;
};

export type ComingStep = Pick<ProgrammeStepDecided, "from" | "scope" | "units" | "codes">;

/**
 * What is decided for the quarters after a report's, as it was known on the day the report was due: a decision
 * that a later one overrides before it begins is no step. Earliest first.
 */
export function comingSteps(
  decisions: readonly ProgrammeStepDecided[],
  quarter: Quarter,
  due: Day,
): readonly ComingStep[] {
  const known = decisions.filter(({ decidedOn }) => decidedOn <= due);
  const overrides = (one: ProgrammeStepDecided) =>
    known.some(({ number, from }) => number > one.number && from <= one.from);
  return known
    .filter((one) => one.from > quarter && !overrides(one))
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map(({ from, scope, units, codes = [] }) => ({ from, scope, units, codes }));
}
