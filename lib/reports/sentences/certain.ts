import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { number } from "@/lib/wording/number";
import { share, together, type Words } from "./words";

/** Invited and received in the rounds that the report speaks of; null before any has been counted. */
export function taken({ participation }: ReportSnapshot): {
  readonly invited: number;
  readonly received: number;
} | null {
  const invited = participation.reduce((sum, round) => sum + round.invited, 0);
  const received = participation.reduce(
    (sum, round) => sum + (round.received.kind === "withheld" ? 0 : round.received.n),
    0,
  );
  return participation.length === 0 || invited === 0 ? null : { invited, received };
}

/** *Hur säkert*: how many answered, and what that means. */
export function certainSentence(snapshot: ReportSnapshot, words: Words): string {
  const { say, locale } = words;
  const round = taken(snapshot);
  if (round === null) return say("certain.nothing");
  return together(
    say("certain.taken", {
      invited: number(round.invited, locale),
      received: number(round.received, locale),
      share: share(Math.min(100, (100 * round.received) / round.invited), words),
    }),
    say("certain.nonResponse"),
  );
}
