import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Signed } from "@/lib/entries/answers";
import type { Day } from "@/lib/quarters/quarter";
import type { Action } from "./action";
import type { ActionEntry } from "./read";

/** Notes an action as it was decided elsewhere. The same entry twice is one entry. */
export async function noteAction(actor: HrActor, action: Omit<Action, "id">): Promise<void> {
  const { unitCode, what, decidedOn } = action;
  const signed = { version: 1, signedBy: actor.user, signedOn: decidedOn, result: "" };
  await db("identity").$transaction(async (tx) => {
    const same = await tx.action.findFirst({ where: { unitCode, what, decidedOn } });
    if (!same) await tx.action.create({ data: { ...action, ...signed } });
  });
}

/** Which action, and the version that its writer had before her: 0 = it is new. */
export type ActionBase = {
  readonly id: string;
  readonly unitCode: string;
  readonly version: number;
};

/**
 * Signs the next version of an action. Nothing is overwritten: when two change the same version at once the second
 * gets `newer`. The same words sent again by the same account are signed once.
 */
export async function signAction(
  actor: HrActor,
  { id, unitCode, version }: ActionBase,
  entry: ActionEntry,
  today: Day,
): Promise<Signed> {
  const identity = db("identity");
  const known =
    version === 0
      ? await identity.unit.count({ where: { code: unitCode } })
      : await identity.action.count({ where: { id, version, unitCode } });
  if (known === 0) return "unknown";
  const written = { ...entry, id, unitCode, version: version + 1, signedBy: actor.user };
  const { count } = await identity.action.createMany({
    data: [{ ...written, signedOn: today }],
    skipDuplicates: true,
  });
  if (count > 0) return "signed";
  return (await identity.action.count({ where: written })) > 0 ? "signed" : "newer";
}
