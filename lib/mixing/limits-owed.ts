import type { Limits } from "@/lib/disclosure/release";
import { strictest } from "@/lib/disclosure/strictest";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";

/** What is asked of a round: which it is, what it promised, and how many answers it counted. */
type Promised = {
  readonly quarter: Quarter;
  readonly counted: number | null;
  readonly manifest: { readonly limits: Limits };
};

/**
 * The limits that a round's count owes: its own, and those of the rounds right before it that counted nobody. Their
 * answers were carried over into this one, and were given under what those manifests promised.
 */
export function limitsOwed(round: Promised, rounds: readonly Promised[]): Limits {
  const known = new Map(rounds.map((one) => [one.quarter, one]));
  const owed: Limits[] = [];
  for (let at = shiftQuarter(round.quarter, -1); ; at = shiftQuarter(at, -1)) {
    const before = known.get(at);
    if (before === undefined || (before.counted ?? 0) > 0) break;
    owed.push(before.manifest.limits);
  }
  return strictest(round.manifest.limits, ...owed);
}
