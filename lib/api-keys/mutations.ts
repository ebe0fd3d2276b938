import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import { hashOf, keyOf } from "@/lib/api-keys/key";
import { LONGEST_NAME, oldestCall } from "@/lib/api-keys/limits";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";

/** A key that was made: shown once, to whoever made it. */
export type MadeKey = { readonly id: string; readonly name: string; readonly key: string };

/** Makes a key for a system that is to import; null when it has no name. */
export async function makeApiKey(
  actor: HrActor,
  named: string,
  now = new Date(),
): Promise<MadeKey | null> {
  const name = named.trim().slice(0, LONGEST_NAME);
  if (name === "") return null;
  const [id, key] = [randomUUID(), keyOf(randomBytes(32))];
  await db("identity").apiKey.createMany({
    data: [{ id, name, hash: hashOf(key), madeAt: now, madeBy: actor.user }],
  });
  return { id, name, key };
}

/** Revokes a key for good; false when there is none in force with that id. */
export async function revokeApiKey(actor: HrActor, id: string, now = new Date()): Promise<boolean> {
  if (!z.uuid().safeParse(id).success) return false;
  const { count } = await db("identity").apiKey.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now, revokedBy: actor.user },
  });
  return count === 1;
}

/** Forgets what calls were answered more than a week ago; how many. */
export async function forgetCalls(
  now = new Date(),
  writer: Prisma.TransactionClient = db("identity"),
): Promise<number> {
  return (await writer.apiCall.deleteMany({ where: { at: { lt: oldestCall(now) } } })).count;
}
