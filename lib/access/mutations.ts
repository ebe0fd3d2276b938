import { accounts } from "@/lib/auth/accounts";
import type { AnyActor } from "@/lib/auth/actor";

/** Writes down that someone opened a page. Nobody can take it back: the role may not change or remove it. */
export async function recordAccess(actor: AnyActor, page: string): Promise<void> {
  await accounts().access.createMany({ data: [{ user: actor.user, page, at: new Date() }] });
}
