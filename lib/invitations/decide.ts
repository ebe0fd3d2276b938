import { type Departure, isHistory } from "@/lib/departures/departure";
import { type Programme, participants } from "@/lib/programme/programme";
import { type Day, firstDayOf, type Quarter, quarterOf } from "@/lib/quarters/quarter";
import { type LinkWindow, linkWindow } from "./link-window";
import type { Series } from "./series";
import { type InvitationPolicy, type NotInvitedReason, whomToInvite } from "./whom-to-invite";

/** Which kinds of departure are invited, with the quarter from which it holds. */
export type DatedPolicy = Omit<InvitationPolicy, "takesPart"> & { readonly fromQuarter: Quarter };

/** The region's whole rule of whom to invite, with its history: kinds of departure, and units. */
export type InvitationRules = {
  /** In the order they were decided: the last that has begun holds. */
  readonly policies: readonly DatedPolicy[];
  readonly programme: Programme;
};

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
  "unitCode" | "kind" | "email" | "privateEmail" | "delivery" | "protected" | "lastDay"
>;

/** What no policy says is not done. */
const UNSAID: Omit<InvitationPolicy, "takesPart"> = { inviteMovers: false, employerSide: [] };

/** The rule of the departure's own quarter: a later change never reaches back. */
export function policyFor(
  lastDay: Day,
  { policies, programme }: InvitationRules,
): InvitationPolicy {
  const quarter = quarterOf(lastDay);
  const kinds = policies.findLast(({ fromQuarter }) => fromQuarter <= quarter) ?? UNSAID;
  return { ...kinds, takesPart: participants(programme, quarter) };
}

/**
 * Whether a round of this quarter lists the movers' series: from the first quarter whose rule invites them, and in
 * every one after it, since their links and answers on their way outlive the rule.
 */
export function listsMovers(policies: readonly DatedPolicy[], quarter: Quarter): boolean {
  return policies.some(({ inviteMovers, fromQuarter }) => inviteMovers && fromQuarter <= quarter);
}

/** A mover's link does not open in a round that has no place for the answer: the one before the first that lists them. */
function windowOf({ lastDay, kind }: Facts, { policies }: InvitationRules): LinkWindow {
  const window = linkWindow(lastDay);
  const listed = kind !== "internal_move" || listsMovers(policies, quarterOf(window.from));
  return listed ? window : { ...window, from: firstDayOf(quarterOf(lastDay)) };
}

/** Whether a departure is invited as of `today`, with which window, or why not. */
export function decideInvitation(departure: Facts, rules: InvitationRules, today: Day): Decision {
  if (isHistory(departure, today)) return { invite: null, reason: "window-over" };
  const decided = whomToInvite(departure, policyFor(departure.lastDay, rules));
  if (!decided.invited) return { invite: null, reason: decided.reason };
  const { from, to } = windowOf(departure, rules);
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
