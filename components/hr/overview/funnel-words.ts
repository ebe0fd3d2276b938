import type { OverviewWords } from "@/components/hr/overview/sentences";
import type { Comparison } from "@/lib/turnover/comparison";
import type { TurnoverPolicy } from "@/lib/turnover/policy";
import type { UnitSummary } from "@/lib/turnover/summary";
import { number, percent, percentRange } from "@/lib/wording/number";

type Place = {
  readonly unit: UnitSummary;
  readonly compared: Extract<Comparison, { kind: "compared" }>;
};

/** A key holds no full stop. */
const ABOVE = { within: "within", "95": "above", "99.8": "strong" } as const;

/** A point of the funnel in words: the unit, its departures against the expected, its turnover, and its place. */
export function pointWords(
  { unit, compared }: Place,
  policy: TurnoverPolicy,
  { say, locale }: OverviewWords,
): string {
  const rate = unit.pooled.rates[policy.reading];
  if (rate.kind === "no-rate") return unit.name;
  const { lower, upper } = rate.interval;
  return say(`point.${ABOVE[compared.above]}`, {
    name: unit.name,
    observed: compared.observed,
    expected: number(compared.expected, locale, 1),
    times: number(compared.ratio, locale, 1),
    rate: percent(rate.value, locale),
    interval: percentRange(lower, upper, locale),
  });
}
