import { CLOSES_AFTER } from "@/lib/invitations/link-window";
import { type Day, shiftDay } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { KEPT } from "./disposal";
import { monthsBefore } from "./term";

/** What lies before these is due at a moment. */
export type Cutoffs = {
  readonly today: Day;
  /** Last days whose link has stopped working. */
  readonly history: Day;
  readonly talks: Day;
  readonly waitingTalks: Day;
  readonly pseudonyms: Day;
  readonly accesses: Date;
};

/** The days that the schedule's rules come to at `now`. */
export function cutoffsAt(now: Date): Cutoffs {
  const today = dayAt(now);
  return {
    today,
    history: shiftDay(today, -CLOSES_AFTER),
    talks: monthsBefore(today, 12 * KEPT.talkYears),
    waitingTalks: monthsBefore(today, 12 * KEPT.waitingTalkYears),
    pseudonyms: monthsBefore(today, 12 * KEPT.pseudonymYears),
    accesses: new Date(`${monthsBefore(today, KEPT.accessMonths)}T00:00:00Z`),
  };
}
