import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { number } from "@/lib/wording/number";
import { capital, names, share, together, type Words } from "./words";

/** *Hur säkert*: how many answered, and what that means. */
export function certainSentence(snapshot: ReportSnapshot, words: Words): string {
  const said = takenSentence(snapshot, words);
  if (said === "") return words.say("certain.nothing");
  return together(said, words.say("certain.nonResponse"), hiddenSentence(snapshot, words));
}

/** What cannot be shown of the units that the report names, and why. */
function hiddenSentence({ survey, turnover, promise }: ReportSnapshot, words: Words): string {
  const named = new Set(turnover.units.map(({ code }) => code));
  const own = survey.results.filter(({ code }) => named.has(code));
  const hidden = own.filter(({ people }) => people.kind === "withheld");
  if (hidden.length === 0) return "";
  const values = {
    count: hidden.length,
    numeral: words.numeral(hidden.length),
    names: names(hidden, words),
    total: words.numeral(own.length),
    atom: promise.atom,
  };
  const isAll = hidden.length === own.length && hidden.length > 1;
  return capital(words.say(isAll ? "certain.hiddenAll" : "certain.hidden", values));
}

/**
 * How many of those who left have answered in the rounds the report speaks of; empty before the first.
 * Answers and departures are counted each on its own, so a share above all is possible: it is not said.
 */
export function takenSentence({ participation }: ReportSnapshot, words: Words): string {
  const leavers = participation.reduce((sum, round) => sum + round.leavers, 0);
  const received = participation.reduce(
    (sum, round) => sum + (round.received.kind === "withheld" ? 0 : round.received.n),
    0,
  );
  if (participation.length === 0) return "";
  const { say, locale } = words;
  const values = { leavers: number(leavers, locale), received: number(received, locale) };
  if (leavers === 0 || received > leavers) return say("certain.received", values);
  return say("certain.taken", { ...values, share: share((100 * received) / leavers, words) });
}
