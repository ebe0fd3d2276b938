import { kindWord } from "@/components/hr/kind";
import { type OverviewView, under } from "@/components/hr/overview/view";
import { type Say, sentence, sentences, type Words } from "@/components/hr/words";
import { lastWholeYear, type Month } from "@/lib/turnover/month";
import type { TurnoverPolicy } from "@/lib/turnover/policy";
import type { UnitSummary } from "@/lib/turnover/summary";
import type { Trend } from "@/lib/turnover/trend";
import { monthInWords, quarterInWords } from "@/lib/wording/date";
import { byName, listInWords } from "@/lib/wording/names";
import { percent, percentRange, span } from "@/lib/wording/number";

/** More names than this make no sentence. */
const NAMES = 4;

/** What the overview's words need beside the area's own: numerals in words. */
export type OverviewWords = Words & { readonly numeral: (n: number) => string };

export function names(units: readonly UnitSummary[], { locale }: Words): string {
  return listInWords(units.map(({ name }) => name).toSorted(byName(locale)), locale);
}

/** The finding of the page: which units to prioritise, or that none stands out so. */
export function headline(view: OverviewView, words: OverviewWords): string {
  const found = under(view, "prioritise");
  const count = found.length;
  const values = {
    count,
    numeral: words.numeral(count),
    units: kindWord(words.say, view.kind, Math.max(count, 1)),
  };
  if (count === 0) return sentence(words.say("none.title", values));
  if (count > NAMES) return sentence(words.say("some.many", values));
  return sentence(words.say("some.title", { ...values, names: names(found, words) }));
}

/** Why the headline says so, and how far the figures reach. */
export function why(view: OverviewView, words: OverviewWords): string {
  const { say, numeral } = words;
  const found = under(view, "prioritise").length;
  const watch = under(view, "watch").length;
  const upTo = say("upTo", { month: monthInWords(view.asOf, words.locale) });
  if (found > 0) {
    return sentences(say("some.why", { count: found, rule: ruleWords(view, words) }), upTo);
  }
  const watched = say("none.watch", { count: watch, numeral: sentence(numeral(watch)) });
  return sentences(watch > 0 ? watched : say("none.clear"), upTo);
}

/** ”minst 10 % personalomsättning varje år 2023–2025”. */
export function ruleWords(
  { policy, asOf }: { readonly policy: TurnoverPolicy; readonly asOf: Month },
  { say, locale }: Words,
): string {
  const last = lastWholeYear(asOf);
  return say(`rule.${policy.rule}`, {
    limit: percent(policy.threshold, locale, 0),
    years: span(last - policy.years + 1, last),
    months: 12 * policy.years,
  });
}

/** How many lie above what chance gives, and how many chance alone would put there. */
export function chanceFinding(view: OverviewView, words: OverviewWords): string {
  const { say, numeral } = words;
  const { compared, above, byChance } = view.multiplicity;
  const units = (n: number) => kindWord(say, view.kind, n);
  if (compared === 0) return say("chance.nobody", { units: units(2) });
  const count = above["95"];
  const found = sentence(
    say("chance.above", { count, numeral: numeral(count), units: units(Math.max(count, 1)) }),
  );
  const expected = Math.round(byChance["95"]);
  const byLuck = say("chance.expected", {
    count: expected,
    numeral: numeral(expected),
    of: compared,
  });
  return sentences(found, sentence(byLuck));
}

/** Units just over the limit in the last whole year: a notice, neither flag nor signal. */
export function noticeWords(view: OverviewView, words: OverviewWords): string {
  const noticed = under(view, "neither").filter(({ notice }) => notice);
  const rest = under(view, "neither").length;
  const total = words.say("rest.total", {
    count: rest,
    units: kindWord(words.say, view.kind, rest),
  });
  if (noticed.length === 0) return total;
  return sentences(
    total,
    sentence(
      words.say("rest.notice", {
        count: noticed.length,
        numeral: words.numeral(noticed.length),
        limit: percent(view.policy.threshold, words.locale, 0),
        year: `${lastWholeYear(view.asOf)}`,
        names: names(noticed, words),
      }),
    ),
  );
}

/** What the trend says, by the four rules and no more. */
export function trendFinding({ quarters, chart }: Trend, { say, locale }: Words): string {
  const first = quarters[0];
  const last = quarters.at(-1);
  if (chart === null || first === undefined || last === undefined) return say("trend.tooShort");
  const usual = percentRange(chart.lower, chart.upper, locale);
  const ringed = chart.points.flatMap(({ rules }, i) => (rules.length > 0 ? [i] : []));
  const latest = ringed.at(-1);
  if (latest === undefined) {
    return say("trend.steady", { since: quarterInWords(first.quarter, locale), usual });
  }
  if (latest < quarters.length - 1) {
    const since = quarterInWords(quarters[latest]?.quarter ?? first.quarter, locale);
    return say("trend.steady", { since, usual });
  }
  return say(last.rate > chart.mean ? "trend.higher" : "trend.lower", { usual });
}

/** The region as a whole in the last twelve months, both readings. */
export function regionWords(view: OverviewView, { say, locale }: Words): string {
  const { externalExcl, external } = view.region.rates;
  if (externalExcl.kind === "no-rate" || external.kind === "no-rate") return "";
  return say("trend.region", {
    rate: percent(externalExcl.value, locale),
    withRetirement: percent(external.value, locale),
  });
}

/** A unit's figures beside its name: ”15,8 %, 18 mot 9,2”. */
export function placeWords(
  unit: UnitSummary,
  policy: TurnoverPolicy,
  say: Say,
  words: { readonly rate: (share: number) => string; readonly expected: (n: number) => string },
): string {
  const rate = unit.pooled.rates[policy.reading];
  const compared = unit.comparison[policy.reading];
  if (rate.kind === "no-rate") return say(`noRate.${rate.reason}`);
  if (compared.kind === "not-compared") {
    return say("place.alone", { rate: words.rate(rate.value) });
  }
  return say("place.compared", {
    rate: words.rate(rate.value),
    observed: compared.observed,
    expected: words.expected(compared.expected),
  });
}
