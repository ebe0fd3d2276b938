import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { percent } from "@/lib/wording/number";
import { capital, names, together, type Words } from "./words";

/** *Nytt sedan sist*: who came on the list, who left it, and what the region as a whole does. */
export function changedSentence(snapshot: ReportSnapshot, words: Words): string {
  return together(listSentence(snapshot, words), regionSentence(snapshot, words));
}

function listSentence({ turnover }: ReportSnapshot, words: Words): string {
  const { since } = turnover;
  if (since === null) return words.say("changed.first");
  const say = (key: string, units: readonly { readonly name: string }[]) =>
    units.length === 0
      ? ""
      : capital(words.say(key, { count: units.length, names: names(units, words) }));
  const parts = [
    say("changed.listed", since.listed),
    say("changed.unlisted", since.unlisted),
    say("changed.signal", since.signals),
  ].filter((part) => part !== "");
  return parts.length > 0 ? together(...parts) : words.say("changed.none");
}

function regionSentence({ turnover }: ReportSnapshot, { say, locale }: Words): string {
  const { last12, change } = turnover.region;
  const rate = last12.rates[turnover.policy.reading];
  if (rate.kind === "no-rate") return "";
  const values = { rate: percent(rate.value, locale) };
  if (change === null || change.direction === "same") return say("changed.region", values);
  const chance = change.chance ? "Chance" : "";
  return say(`changed.${change.direction}${chance}`, values);
}
