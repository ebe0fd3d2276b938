import type { DefinitionVersion, Reading } from "./definition";

/** Which reading of "at least 10 % during at least 3 years" raises the flag. Both are always shown. */
export const RULE_READINGS = ["each-year", "pooled", "either"] as const;
export type RuleReading = (typeof RULE_READINGS)[number];

/** What the region has decided. Kept with its history by whoever stores it; every result names it. */
export interface TurnoverPolicy {
  definition: DefinitionVersion;
  /** At least this turnover per year (0.1 = 10 %). */
  threshold: number;
  /** During at least this many years; the pooled reading uses 12 times as many months. */
  years: number;
  rule: RuleReading;
  /** The reading of turnover that flag, comparison and verdict stand on. */
  reading: Reading;
}

/** The motion's own numbers, on the reading that retirements cannot move. */
export const MOTION_POLICY: TurnoverPolicy = {
  definition: "turnover-1",
  threshold: 0.1,
  years: 3,
  rule: "each-year",
  reading: "externalExcl",
};
