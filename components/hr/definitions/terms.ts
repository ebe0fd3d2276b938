/** Every figure on HR's pages that has a definition, in the order in which one builds on the other. */
export const TERMS = [
  "staff",
  "departures",
  "turnover",
  "retirement",
  "interval",
  "rolling",
  "rule",
  "peers",
  "expected",
  "times",
  "limits",
  "verdict",
  "trend",
  "between",
  "effect",
  "forecast",
  "answers",
  "about",
  "share",
  "hme",
  "noise",
  "plan",
  "invited",
  "talks",
] as const;

export type TermId = (typeof TERMS)[number];
