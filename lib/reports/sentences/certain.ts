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
 * How many of those who left have answered in the rounds the report speaks of; null before the first. Answers and
 * departures are counted each on its own, so a share above all is possible: it is not told.
 */
export function takenPart({ participation }: ReportSnapshot) {
  if (participation.length === 0) return null;
  const leavers = participation.reduce((sum, round) => sum + round.leavers, 0);
  const received = participation.reduce(
    (sum, round) => sum + (round.received.kind === "withheld" ? 0 : round.received.n),
    0,
  );
  const share = leavers === 0 || received > leavers ? null : (100 * received) / leavers;
  return { leavers, received, share };
}

/** The same as a sentence; empty before the first round. */
export function takenSentence(snapshot: ReportSnapshot, words: Words): string {
  const taken = takenPart(snapshot);
  if (taken === null) return "";
  const { say, locale } = words;
  const values = {
    leavers: number(taken.leavers, locale),
    received: number(taken.received, locale),
  };
  return taken.share === null
    ? say("certain.received", values)
    : say("certain.taken", { ...values, share: share(taken.share, words) });
}
