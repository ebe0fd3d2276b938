import { bearerKey, hashOf } from "@/lib/api-keys/key";
import { type HrActor, mint } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { apiKeyName } from "@/lib/wording/by-whom";

/** A program that imports in HR's place, and the key that it showed. */
export type Program = { readonly keyId: string; readonly actor: HrActor };

/** Who shows a key that is in force; null for anybody else. The day of its use is noted, once a day. */
export async function programAsking(headers: Headers, today: string): Promise<Program | null> {
  const key = bearerKey(headers.get("authorization"));
  if (key === null) return null;
  const identity = db("identity");
  const found = await identity.apiKey.findFirst({ where: { hash: hashOf(key), revokedAt: null } });
  if (!found) return null;
  const { id: keyId, name, lastUsedOn } = found;
  if (lastUsedOn !== today) {
    await identity.apiKey.updateMany({ where: { id: keyId }, data: { lastUsedOn: today } });
  }
  return { keyId, actor: mint("hr", { user: apiKeyName(name), name }) };
}
