import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import { number, percent } from "@/lib/wording/number";
import { capital, together, type Words } from "./words";

/** The numbers behind a unit's verdict, in sentences. */
export function verdictSentence(
  unit: ReportUnit,
  { policy }: ReportSnapshot["turnover"],
  words: Words,
): string {
  const { say, locale } = words;
  const { verdict, comparison } = unit;
  const rate = unit.pooled.rates[policy.reading];
  const months = 12 * policy.years;
  const values = {
    over: overWords(unit, policy.years, words),
    months,
    rate: rate.kind === "rate" ? percent(rate.value, locale) : "",
  };
  if (comparison.kind === "not-compared") return capital(say("verdict.alone", values));
  const sentence = say(`verdict.${keyOf(unit)}`, {
    ...values,
    years: policy.years,
    numeral: words.numeral(policy.years),
    observed: comparison.observed,
    expected: number(comparison.expected, locale, 1),
  });
  return together(capital(sentence), verdict.strong ? say("verdict.strong") : "");
}

/** A unit over the limit by the reading that is not the region's is not said to be under it. */
function keyOf({ verdict: { word }, rule }: ReportUnit): string {
  const other = rule.eachYear === "flagged" ? "Pooled" : "EachYear";
  const isOver = rule.eachYear === "flagged" || rule.pooled === "flagged";
  return isOver && (word === "neither" || word === "new-signal") ? `${word}${other}` : word;
}

/** ”över gränsen alla tre åren”, or which reading puts it over. */
function overWords({ rule }: ReportUnit, years: number, { say, numeral }: Words): string {
  if (rule.eachYear === "flagged")
    return say("verdict.eachYear", { years, numeral: numeral(years) });
  return say(rule.pooled === "flagged" ? "verdict.pooled" : "verdict.under", {
    months: 12 * years,
  });
}
