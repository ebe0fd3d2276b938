import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";

/** `letter`: waits to be printed at the operator's. `problem`: the mail did not go, and will not be tried again. */
export type InvitationState = "queued" | "letter" | "sent" | "problem";

/** How many invitations stand in each state: all that anybody is told about them as a whole. */
export async function invitationStates(
  _actor: HrActor | OperatorActor,
): Promise<Partial<Record<InvitationState, number>>> {
  const groups = await db("identity").invitation.groupBy({ by: ["state"], _count: true });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

/** The invitations of departures by pseudonym: what the demonstration needs to answer in people's place. */
export async function invitationsByPseudonym(
  _actor: HrActor,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db("identity").invitation.findMany({
    select: { id: true, departure: { select: { pseudonym: true } } },
  });
  return new Map(rows.map(({ id, departure }) => [departure.pseudonym, id]));
}
