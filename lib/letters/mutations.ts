import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { offerTalk } from "@/lib/exit-talks/mutations";

/**
 * HR notes that a sealed letter is on its way to the person. From then on the invitation has gone: it
 * stands, whatever is corrected later. Safe to repeat.
 */
export async function noteHandedOver(
  _actor: HrActor,
  number: string,
  now = new Date(),
): Promise<void> {
  await db("identity").$transaction(async (tx) => {
    const [letter] = await tx.letter.updateManyAndReturn({
      where: { number, state: "printed" },
      data: { state: "handed-over" },
    });
    if (!letter) return;
    const invitation = await tx.invitation.update({
      where: { id: letter.id },
      data: { state: "sent", sentAt: now },
    });
    // The letter says that HR arranges a talk for whoever wants one.
    await offerTalk(invitation.departureId, tx);
  });
}
