import type { UnitView } from "@/components/hr/unit/view";
import { sentence, sentences, type Words } from "@/components/hr/words";
import { hasExpired } from "@/lib/explanations/explanation";
import { lastWholeYear } from "@/lib/turnover/month";
import type { UnitSummary } from "@/lib/turnover/summary";
import { dayInWords } from "@/lib/wording/date";
import { byName, listInWords } from "@/lib/wording/names";
import { number, percent, span } from "@/lib/wording/number";

export type UnitWords = Words & { readonly numeral: (n: number) => string };

/** What the page is about, as a sentence that names the unit. */
export function title({ summary, closed, policy }: UnitView, { say, locale }: UnitWords): string {
  const { name, verdict } = summary;
  if (closed !== null) return say("title.closed", { name, day: dayInWords(closed, locale) });
  if (verdict.word !== "neither") return say(`title.${verdict.word}`, { name });
  const rate = summary.pooled.rates[policy.reading];
  if (rate.kind === "no-rate") return say(`title.noRate.${rate.reason}`, { name });
  // A few months without departures are no sign of anything.
  if (monthsOf(summary) < 12) return say("title.tooSoon", { name });
  const compared = summary.comparison[policy.reading].kind === "compared";
  return say(compared ? "title.neither" : "title.alone", { name });
}

/** For how many of the policy's months the unit has existed. */
function monthsOf({ pooled: { exposure } }: UnitSummary): number {
  return typeof exposure === "string" ? 0 : exposure.months;
}

/** The numbers behind the verdict: the rule, the comparison, how rare it is, what explains it. */
export function verdictWords(view: UnitView, words: UnitWords): string {
  return sentences(ruleSentence(view, words), chanceSentence(view, words), explained(view, words));
}

function ruleSentence({ summary, policy }: UnitView, { say, locale }: UnitWords): string {
  const last = lastWholeYear(summary.asOf);
  const { eachYear, pooled } = summary.rule[policy.reading];
  const values = {
    limit: percent(policy.threshold, locale, 0),
    years: span(last - policy.years + 1, last),
    year: `${last}`,
    months: 12 * policy.years,
  };
  if (eachYear === "flagged") return say("rule.eachYear", values);
  if (pooled === "flagged") return say("rule.pooled", values);
  if (summary.notice) return say("rule.notice", values);
  if (eachYear === "too-short") return say("rule.tooShort", values);
  return eachYear === "too-few-staff" ? say("rule.tooFew", values) : say("rule.not", values);
}

function chanceSentence({ summary, policy }: UnitView, { say, locale }: UnitWords): string {
  const compared = summary.comparison[policy.reading];
  if (compared.kind === "not-compared") return say(`chance.${compared.reason}`);
  const values = {
    observed: compared.observed,
    months: monthsOf(summary),
    expected: number(compared.expected, locale, compared.expected < 10 ? 1 : 0),
  };
  return say(`chance.${ABOVE[compared.above]}`, values);
}

/** A key holds no full stop. */
const ABOVE = { within: "within", "95": "signal", "99.8": "strong" } as const;

function explained({ explanations, today }: UnitView, { say, numeral }: UnitWords): string {
  const count = explanations.length;
  if (count === 0) return "";
  const expired = explanations.filter((row) => hasExpired(row, today)).length;
  const values = { count, numeral: sentence(numeral(count)), expired };
  return say(expired === count ? "explained.expired" : "explained.some", values);
}

/** What the years say: how long over the limit, and whether the last change can be chance. */
export function turnoverFinding(view: UnitView, words: UnitWords): string {
  const { say } = words;
  const { summary, policy, change } = view;
  if (summary.years.length === 0) return say("turnover.noYears");
  const left = summary.pooled.departures[policy.reading];
  const none = left === 0 ? say("turnover.nobody", { months: 12 * policy.years }) : "";
  const moved =
    change === null || change.direction === "same"
      ? ""
      : say(`turnover.${change.direction}.${change.chance ? "chance" : "more"}`, {
          from: `${change.from}`,
          to: `${change.to}`,
        });
  return sentences(none === "" ? overLimit(view, words) : none, moved);
}

function overLimit({ summary, policy }: UnitView, { say, locale, numeral }: UnitWords): string {
  const limit = percent(policy.threshold, locale, 0);
  const rated = summary.years.flatMap(({ year, rates }) => {
    const rate = rates[policy.reading];
    return rate.kind === "rate" ? [{ year, over: rate.reachesThreshold }] : [];
  });
  if (rated.length === 0) return say("turnover.tooFew");
  const lastUnder = rated.findLastIndex(({ over }) => !over);
  const run = rated.slice(lastUnder + 1);
  const first = run[0];
  if (first !== undefined && run.length > 1) {
    return say("turnover.since", { limit, year: `${first.year}` });
  }
  const over = rated.filter((year) => year.over);
  return sentence(
    say("turnover.some", {
      limit,
      count: over.length,
      numeral: numeral(over.length),
      of: rated.length,
      years: listInWords(
        over.map(({ year }) => `${year}`),
        locale,
      ),
    }),
  );
}

/** How many of the group lie above what chance gives, and which. */
export function peersFinding(view: UnitView, { say, locale, numeral }: UnitWords): string {
  const { policy, group, summary } = view;
  const places = group.flatMap((unit) => {
    const compared = unit.comparison[policy.reading];
    return compared.kind === "compared" ? [{ unit, above: compared.above !== "within" }] : [];
  });
  const above = places.filter((place) => place.above).map(({ unit }) => unit);
  if (places.length < 2) return say("peers.none");
  return sentence(
    say("peers.above", {
      count: above.length,
      numeral: numeral(above.length),
      of: places.length,
      group: summary.peerGroup ?? "",
      names: namesOf(above, locale),
    }),
  );
}

function namesOf(units: readonly UnitSummary[], locale: UnitWords["locale"]): string {
  return listInWords(units.map(({ name }) => name).toSorted(byName(locale)), locale);
}
