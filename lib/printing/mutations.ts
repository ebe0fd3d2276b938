import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";

/** The letters of these numbers lie sealed. Safe to repeat; one that HR has handed over stays so. */
export async function markPrinted(
  _actor: OperatorActor,
  numbers: readonly string[],
): Promise<void> {
  await db("printer").letter.updateMany({
    where: { number: { in: [...numbers] }, state: "waiting" },
    data: { state: "printed" },
  });
}
