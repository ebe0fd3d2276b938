import type { Comparison } from "./comparison";

/** The motion's flag crossed with chance. Not a ranking: the four have no order of merit. */
export type VerdictWord = "prioritise" | "watch" | "new-signal" | "neither";

export interface Verdict {
  word: VerdictWord;
  /** The signal is above the 99.8 % limit, not only above the 95 % one. */
  strong: boolean;
}

/**
 * The verdict of a unit. One that could not be compared has no signal: it can be `watch` or
 * `neither`, and the page says from the comparison why nothing more is known.
 */
export function verdictOf(flagged: boolean, comparison: Comparison): Verdict {
  const signal = comparison.kind === "compared" && comparison.above !== "within";
  const strong = comparison.kind === "compared" && comparison.above === "99.8";
  if (flagged) return { word: signal ? "prioritise" : "watch", strong };
  return { word: signal ? "new-signal" : "neither", strong };
}
