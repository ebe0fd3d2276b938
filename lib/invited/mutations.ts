import { z } from "zod";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { enqueueInvitationMails } from "@/lib/jobs/queues";
import { linkKey, tokenHash, tokenOf } from "@/lib/keys/link-key";
import type { Day } from "@/lib/quarters/quarter";

const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/**
 * Queues anew a mail that did not go, with the same link to the same address: the row and its job in one
 * transaction. Safe to repeat: whoever comes second finds it queued. Whether this did it.
 */
export async function sendAgain(
  _actor: HrActor,
  id: string,
  { today, now }: { readonly today: Day; readonly now: Date },
): Promise<boolean> {
  if (!isId(id)) return false;
  return db("identity").$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, state: "problem", channel: "mail", windowTo: { gte: today } },
      data: { state: "queued", problem: null },
    });
    if (count === 0) return false;
    await enqueueInvitationMails([{ invitationId: id, notBefore: now }], async (text, values) => ({
      rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values),
    }));
    return true;
  });
}

/**
 * Stops a mailed invitation for good: no mail goes, its link opens nothing any more, and nobody is invited anew by
 * it. It says nothing of whether the link had been used. Safe to repeat. Whether this did it.
 */
export async function stopInvitation(_actor: HrActor, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  return db("identity").$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, channel: "mail", state: { not: "withdrawn" } },
      data: { state: "withdrawn", problem: null },
    });
    if (count === 0) return false;
    // The role may insert and not look: no conflict target, nothing returned.
    await tx.cancellation.createMany({
      data: [{ tokenHash: tokenHash(tokenOf(linkKey(), id)) }],
      skipDuplicates: true,
    });
    return true;
  });
}
