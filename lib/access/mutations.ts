import type { AnyActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";

/** Writes down that someone opened a page. Nobody can take it back: the role may not change or remove it. */
export async function recordAccess(actor: AnyActor, page: string): Promise<void> {
  await db("identity").access.createMany({ data: [{ user: actor.user, page, at: new Date() }] });
}
