import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { confirmedImports } from "@/lib/invitations/data";
import { enqueueInvitationMails } from "@/lib/jobs/queues";
import { linkKey, tokenHash, tokenOf } from "@/lib/keys/link-key";
import type { Day } from "@/lib/quarters/quarter";

const QUEUED = { state: "queued", problem: null, bounced: null, bouncedOn: null } as const;

const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/**
 * Queues anew a mail that did not go or came back, with the same link, so that nobody has two: the row and its job in
 * one transaction. One that came back goes to the address that the data says now, when somebody outside HR has
 * confirmed that import. Safe to repeat: whoever comes second finds it queued. Whether this did it.
 */
export async function sendAgain(
  _actor: HrActor,
  id: string,
  { today, now }: { readonly today: Day; readonly now: Date },
): Promise<boolean> {
  if (!isId(id)) return false;
  return db("identity").$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: {
        ...{ id, channel: "mail", windowTo: { gte: today } },
        OR: [
          { state: "problem" },
          {
            state: "sent",
            bounced: { not: null },
            departure: { importId: { in: await confirmedImports(tx) } },
          },
        ],
      },
      // What comes back late of the first mail says nothing of the next.
      data: { ...QUEUED, returnNumber: randomUUID() },
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
