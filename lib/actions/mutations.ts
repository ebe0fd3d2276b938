import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Action } from "./action";

/** Notes a decided action for a unit. The same entry twice is one entry. */
export async function noteAction(_actor: HrActor, action: Omit<Action, "id">): Promise<void> {
  const { unitCode, what, decidedOn } = action;
  await db("identity").$transaction(async (tx) => {
    const same = await tx.action.findFirst({ where: { unitCode, what, decidedOn } });
    if (!same) await tx.action.create({ data: action });
  });
}
