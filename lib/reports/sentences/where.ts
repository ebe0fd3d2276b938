import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { ReportUnit } from "@/lib/reports/turnover-shape";
import { lastWholeYear } from "@/lib/turnover/month";
import { percent } from "@/lib/wording/number";
import { capital, kindWord, names, ruleWords, together, type Words } from "./words";

/** The units in scope that the policy flags. */
export function flaggedUnits({ turnover }: ReportSnapshot): readonly ReportUnit[] {
  return turnover.units.filter((unit) => unit.inScope && unit.flagged);
}

/** The units in scope under one verdict. */
export function scopeUnder(
  { turnover }: ReportSnapshot,
  word: ReportUnit["verdict"]["word"],
): readonly ReportUnit[] {
  return turnover.units.filter((unit) => unit.inScope && unit.verdict.word === word);
}

/** How many are over the motion's limit, as a sentence: the finding of the first section. */
export function flaggedSentence(snapshot: ReportSnapshot, words: Words): string {
  const { policy, scope, scopeUnits, asOf } = snapshot.turnover;
  const count = flaggedUnits(snapshot).length;
  const sentence = words.say("where.flagged", {
    count,
    numeral: words.numeral(count),
    total: scopeUnits,
    units: kindWord(scope, scopeUnits, words),
    limit: percent(policy.threshold, words.locale, 0),
    rule: ruleWords(policy, lastWholeYear(asOf), words),
  });
  return capital(sentence);
}

/** *Var*: which units, and which of them are more than chance. */
export function whereSentence(snapshot: ReportSnapshot, words: Words): string {
  return together(
    flaggedSentence(snapshot, words),
    chanceSentence(snapshot, words),
    signalSentence(snapshot, words),
  );
}

function chanceSentence(snapshot: ReportSnapshot, words: Words): string {
  const more = scopeUnder(snapshot, "prioritise");
  const chance = scopeUnder(snapshot, "watch");
  const { say } = words;
  const beyond =
    more.length > 0 ? say("where.more", { count: more.length, names: names(more, words) }) : "";
  if (chance.length === 0) return beyond;
  const key = more.length > 0 ? "where.chanceToo" : "where.chance";
  return together(beyond, say(key, { count: chance.length, names: names(chance, words) }));
}

function signalSentence(snapshot: ReportSnapshot, words: Words): string {
  const signals = scopeUnder(snapshot, "new-signal");
  if (signals.length === 0) return "";
  return words.say("where.signal", { count: signals.length, names: names(signals, words) });
}
