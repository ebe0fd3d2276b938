import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Explanation } from "./explanation";

/** Notes a natural explanation beside a unit's figures. The same entry twice is one entry. */
export async function noteExplanation(
  _actor: HrActor,
  explanation: Omit<Explanation, "id">,
): Promise<void> {
  const { unitCode, what, notedOn } = explanation;
  await db("identity").$transaction(async (tx) => {
    const same = await tx.explanation.findFirst({ where: { unitCode, what, notedOn } });
    if (!same) await tx.explanation.create({ data: explanation });
  });
}
