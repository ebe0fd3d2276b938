import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import type { Departure } from "@/lib/departures/departure";
import { withdrawsInvitation } from "@/lib/departures/withdrawal";
import { batches } from "@/lib/imports/batches";
import type { Plan } from "@/lib/imports/plan";
import { linkKey, tokenHash, tokenOf } from "@/lib/keys/link-key";

type Writer = Prisma.TransactionClient;
type StoredInvitation = { readonly id: string; readonly departureId: string };

/** Takes invitations back: their links open nothing any more, sent or not. */
async function withdraw(writer: Writer, invitations: readonly StoredInvitation[]): Promise<void> {
  if (invitations.length === 0) return;
  const key = linkKey();
  const hashes = invitations.map(({ id }) => ({ tokenHash: tokenHash(tokenOf(key, id)) }));
  // The role may insert and not look: no conflict target, nothing returned.
  await writer.cancellation.createMany({ data: hashes, skipDuplicates: true });
  const ids = invitations.map(({ id }) => id);
  await writer.invitation.deleteMany({ where: { id: { in: ids } } });
}

async function remove(writer: Writer, removed: readonly Departure[]): Promise<void> {
  const where = { pseudonym: { in: removed.map(({ pseudonym }) => pseudonym) } };
  await withdraw(writer, await writer.invitation.findMany({ where: { departure: where } }));
  await writer.exitTalk.deleteMany({ where: { departure: where } });
  await writer.departure.deleteMany({ where });
}

/**
 * Writes what a plan of departures says. What is added or changed belongs to this import and waits for
 * its confirmation; whoever is taken away, or must not be asked any more, loses the link with it.
 */
export async function writeDepartures(
  _actor: HrActor,
  writer: Writer,
  plan: Plan<Departure>,
  importId: string,
): Promise<void> {
  for (const rows of batches(plan.removed)) await remove(writer, rows);
  for (const change of plan.changed) {
    const { invitation, id } = await writer.departure.update({
      where: { pseudonym: change.after.pseudonym },
      data: { ...change.after, importId },
      select: { id: true, invitation: true },
    });
    if (invitation && withdrawsInvitation(change, { gone: invitation.sentAt !== null })) {
      await withdraw(writer, [{ id: invitation.id, departureId: id }]);
    }
  }
  for (const rows of batches(plan.added)) {
    await writer.departure.createMany({ data: rows.map((row) => ({ ...row, importId })) });
  }
}
