import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { VerdictChange } from "@/lib/reports/turnover-shape";
import { listInWords } from "@/lib/wording/names";
import { percent } from "@/lib/wording/number";
import { capital, MOST_NAMES, names, together, type Words } from "./words";

/** *Nytt sedan sist*: every change of verdict, and what the region as a whole does. */
export function changedSentence(snapshot: ReportSnapshot, words: Words): string {
  return together(unitsSentence(snapshot, words), regionSentence(snapshot, words));
}

type Named = { readonly name: string };

function unitsSentence({ turnover }: ReportSnapshot, words: Words): string {
  const { since } = turnover;
  if (since === null) return words.say("changed.first");
  if ("day" in since) return verdictSentences(since.changes, words);
  const say = (key: string, units: readonly Named[]) => group(key, units, words);
  const said = together(
    say("listed", since.listed),
    say("unlisted", since.unlisted),
    say("signal", since.signals),
  );
  return said === "" ? words.say("changed.none") : said;
}

function group(key: string, units: readonly Named[], words: Words): string {
  if (units.length === 0) return "";
  return capital(words.say(`changed.${key}`, { count: units.length, names: names(units, words) }));
}

/** On the list: the motion's rule flags the unit. */
const isListed = (word: VerdictChange["from"]) => word === "watch" || word === "prioritise";

const GROUPS = [
  "listedPrioritise",
  "listedWatch",
  "raised",
  "lowered",
  "unlisted",
  "unlistedSignal",
  "signal",
  "signalGone",
  "closed",
] as const;

/** How a verdict changed, as a sentence says it. */
function groupOf({ from, to }: VerdictChange): (typeof GROUPS)[number] {
  if (to === null) return "closed";
  if (to === "prioritise") return isListed(from) ? "raised" : "listedPrioritise";
  if (to === "watch") return isListed(from) ? "lowered" : "listedWatch";
  if (isListed(from)) return to === "new-signal" ? "unlistedSignal" : "unlisted";
  return to === "new-signal" ? "signal" : "signalGone";
}

function verdictSentences(changes: readonly VerdictChange[], words: Words): string {
  const inScope = changes.filter((change) => change.inScope);
  const said = GROUPS.map((key) =>
    group(
      key,
      inScope.filter((change) => groupOf(change) === key),
      words,
    ),
  );
  return together(
    inScope.length === 0 ? words.say("changed.noVerdict") : together(...said),
    othersSentence(
      changes.filter((change) => !change.inScope),
      words,
    ),
  );
}

/** Units of other kinds than the motion speaks of: from what, to what. */
function othersSentence(changes: readonly VerdictChange[], words: Words): string {
  const { say, numeral, locale } = words;
  if (changes.length === 0) return "";
  if (changes.length > MOST_NAMES) {
    return capital(say("changed.manyOthers", { numeral: numeral(changes.length) }));
  }
  const word = (of: VerdictChange["from"]) => say(`changed.word.${of ?? "none"}`);
  const list = changes.map(({ name, from, to }) =>
    say("changed.other", { name, from: word(from), to: word(to) }),
  );
  return say("changed.others", { list: listInWords(list, locale) });
}

function regionSentence({ turnover }: ReportSnapshot, { say, locale }: Words): string {
  const { last12, change } = turnover.region;
  const rate = last12.rates[turnover.policy.reading];
  if (rate.kind === "no-rate") return "";
  const values = { rate: percent(rate.value, locale) };
  if (change === null) return say("changed.regionAlone", values);
  if (change.direction === "same") return say("changed.region", values);
  const chance = change.chance ? "Chance" : "";
  return say(`changed.${change.direction}${chance}`, values);
}
