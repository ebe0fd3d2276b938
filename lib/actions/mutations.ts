import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Signed } from "@/lib/entries/answers";
import { type EntryBase, signVersion } from "@/lib/entries/sign-version";
import type { Day } from "@/lib/quarters/quarter";
import { hasClosed, heirsOf } from "@/lib/units/heirs";
import { type Action, isOpen, stateOf } from "./action";
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

/** Signs the next version of an action; see `signVersion`. */
export async function signAction(
  actor: HrActor,
  { id, unitCode, version }: EntryBase,
  entry: ActionEntry,
  today: Day,
): Promise<Signed> {
  const store = db("identity");
  const written = { ...entry, id, unitCode, version: version + 1, signedBy: actor.user };
  return signVersion({
    isKnown: async () =>
      version === 0
        ? (await store.unit.count({ where: { code: unitCode } })) > 0
        : (await store.action.count({ where: { id, version, unitCode } })) > 0,
    add: async () => {
      const data = [{ ...written, signedOn: today }];
      return (await store.action.createMany({ data, skipDuplicates: true })).count > 0;
    },
    isThere: async () => (await store.action.count({ where: written })) > 0,
  });
}

/**
 * Moves an open action of a closed unit to one that goes on after it: signed as its next version, with every word as it
 * stood. "unknown" when there is no such action, it is done, its unit has not closed, or `to` does not go on after it.
 */
export async function moveAction(
  actor: HrActor,
  { id, unitCode, version }: EntryBase,
  to: string,
  today: Day,
): Promise<Signed> {
  const store = db("identity");
  const [last, units] = await Promise.all([
    store.action.findUnique({ where: { id_version: { id, version } } }),
    store.unit.findMany(),
  ]);
  const from = units.find(({ code }) => code === unitCode);
  if (last?.unitCode !== unitCode || from === undefined) return "unknown";
  const mayMove = hasClosed(from, today) && isOpen({ state: stateOf(last.state) });
  if (!mayMove || !heirsOf(unitCode, units, today).some(({ code }) => code === to))
    return "unknown";
  const written = { ...last, unitCode: to, version: version + 1, signedBy: actor.user };
  const { signedOn: _, ...same } = written;
  return signVersion({
    isKnown: async () => true,
    add: async () => {
      const data = [{ ...written, signedOn: today }];
      return (await store.action.createMany({ data, skipDuplicates: true })).count > 0;
    },
    isThere: async () => (await store.action.count({ where: same })) > 0,
  });
}
