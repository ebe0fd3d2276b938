import type { Departure } from "@/lib/departures/departure";
import { decideInvitation, type InvitationRules } from "@/lib/invitations/decide";
import type { InvitationPolicy } from "@/lib/invitations/whom-to-invite";
import type { Scope } from "@/lib/programme/scope";
import type { Day } from "@/lib/quarters/quarter";

/** The written rule of a quarter: who is invited, and in which units. */
export type InvitingRule = Pick<InvitationPolicy, "inviteMovers" | "employerSide"> & {
  readonly scope: Scope;
};

/**
 * Why one who leaves has no invitation. `unconfirmed`: nobody outside HR has confirmed the numbers. `next`: it goes
 * the next time invitations are made. `programme`: the unit is not in the programme. `rule`: the written rule does not
 * invite whoever leaves so. `told-not-to`: the file says so.
 */
export const NOT_INVITED = ["unconfirmed", "next", "programme", "rule", "told-not-to"] as const;
export type NotInvited = (typeof NOT_INVITED)[number];

type Waiting = Pick<
  Departure,
  "unitCode" | "kind" | "email" | "privateEmail" | "delivery" | "protected" | "lastDay"
> & { readonly confirmed: boolean };

function whyNot(one: Waiting, rules: InvitationRules, today: Day): NotInvited | null {
  const decided = decideInvitation(one, rules, today);
  if (decided.invite) return one.confirmed ? "next" : "unconfirmed";
  if (decided.reason === "window-over") return null;
  if (decided.reason === "not-in-programme") return "programme";
  return decided.reason === "no-delivery" ? "told-not-to" : "rule";
}

/** How many who leave now have no invitation, by why; those whose link would have stopped working are not counted. */
export function countNotInvited(
  waiting: readonly Waiting[],
  rules: InvitationRules,
  today: Day,
): Readonly<Record<NotInvited, number>> {
  const reasons = waiting.map((one) => whyNot(one, rules, today));
  const count = (why: NotInvited) => reasons.filter((one) => one === why).length;
  return {
    unconfirmed: count("unconfirmed"),
    next: count("next"),
    programme: count("programme"),
    rule: count("rule"),
    "told-not-to": count("told-not-to"),
  };
}
