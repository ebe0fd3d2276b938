import type { Departure } from "@/lib/departures/departure";
import { type DatedPolicy, decideInvitation } from "@/lib/invitations/decide";
import type { Day } from "@/lib/quarters/quarter";

/**
 * Why one who leaves has no invitation. `unconfirmed`: nobody outside HR has confirmed the numbers. `next`: it goes
 * the next time invitations are made. `rule`: the written rule does not invite them. `told-not-to`: the file says so.
 */
export const NOT_INVITED = ["unconfirmed", "next", "rule", "told-not-to"] as const;
export type NotInvited = (typeof NOT_INVITED)[number];

type Waiting = Pick<
  Departure,
  "kind" | "email" | "privateEmail" | "delivery" | "protected" | "lastDay"
> & { readonly confirmed: boolean };

function whyNot(one: Waiting, policies: readonly DatedPolicy[], today: Day): NotInvited | null {
  const decided = decideInvitation(one, policies, today);
  if (decided.invite) return one.confirmed ? "next" : "unconfirmed";
  if (decided.reason === "window-over") return null;
  return decided.reason === "no-delivery" ? "told-not-to" : "rule";
}

/** How many who leave now have no invitation, by why; those whose link would have stopped working are not counted. */
export function countNotInvited(
  waiting: readonly Waiting[],
  policies: readonly DatedPolicy[],
  today: Day,
): Readonly<Record<NotInvited, number>> {
  const reasons = waiting.map((one) => whyNot(one, policies, today));
  const count = (why: NotInvited) => reasons.filter((one) => one === why).length;
  return {
    unconfirmed: count("unconfirmed"),
    next: count("next"),
    rule: count("rule"),
    "told-not-to": count("told-not-to"),
  };
}
