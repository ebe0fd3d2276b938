import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";

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
    const { count } = await tx.letter.updateMany({
      where: { number, state: "printed" },
      data: { state: "handed-over" },
    });
    if (count === 0) return;
    await tx.invitation.updateMany({
      where: { letter: { number } },
      data: { state: "sent", sentAt: now },
    });
  });
}
