import { type Departure, isHistory } from "@/lib/departures/departure";
import { type Day, type Quarter, quarterOf } from "@/lib/quarters/quarter";
import { linkWindow } from "./link-window";
import type { Series } from "./series";
import { type InvitationPolicy, type NotInvitedReason, whomToInvite } from "./whom-to-invite";

/** A policy with the quarter from which it holds. */
export type DatedPolicy = InvitationPolicy & { readonly fromQuarter: Quarter };

/** An invitation as it begins. `letter` waits to be printed at the operator's. */
export type NewInvitation = {
  readonly series: Series;
  readonly channel: "mail" | "letter";
  readonly state: "queued" | "letter";
  readonly windowFrom: Day;
  readonly windowTo: Day;
};

/** `window-over`: the link would already have stopped working. */
export type Decision =
  | { readonly invite: NewInvitation }
  | { readonly invite: null; readonly reason: NotInvitedReason | "window-over" };

type Facts = Pick<
  Departure,
  "kind" | "email" | "privateEmail" | "delivery" | "protected" | "lastDay"
>;

/** What no policy says is not done. */
const UNSAID: InvitationPolicy = { inviteMovers: false, employerSide: [] };

/** The policy of the departure's own quarter: a later change never reaches back. */
export function policyFor(lastDay: Day, policies: readonly DatedPolicy[]): InvitationPolicy {
  const begun = policies.filter(({ fromQuarter }) => fromQuarter <= quarterOf(lastDay));
  return begun.sort((a, b) => (a.fromQuarter < b.fromQuarter ? 1 : -1))[0] ?? UNSAID;
}

/** Whether a departure is invited as of `today`, with which window, or why not. */
export function decideInvitation(
  departure: Facts,
  policies: readonly DatedPolicy[],
  today: Day,
): Decision {
  if (isHistory(departure, today)) return { invite: null, reason: "window-over" };
  const decided = whomToInvite(departure, policyFor(departure.lastDay, policies));
  if (!decided.invited) return { invite: null, reason: decided.reason };
  const { from, to } = linkWindow(departure.lastDay);
  return {
    invite: {
      series: decided.series,
      channel: decided.channel,
      state: decided.channel === "mail" ? "queued" : "letter",
      windowFrom: from,
      windowTo: to,
    },
  };
}

/** When the mail goes: in the morning of the day its link begins to work, or now when that has passed. */
export function mailTime(windowFrom: Day, now: Date): Date {
  const morning = new Date(`${windowFrom}T07:00:00Z`);
  return morning > now ? morning : now;
}
