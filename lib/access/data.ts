import { accounts } from "@/lib/auth/accounts";
import type { AuditorActor } from "@/lib/auth/actor";

/** Who opened which page when; `who` is a name where the user is still known. */
export type AccessEntry = {
  readonly id: string;
  readonly who: string;
  readonly page: string;
  readonly at: Date;
};

/** The newest entries of the access log. */
export async function latestAccesses(
  _actor: AuditorActor,
  limit: number,
): Promise<readonly AccessEntry[]> {
  const own = accounts();
  const rows = await own.access.findMany({ orderBy: { at: "desc" }, take: limit });
  const ids = [...new Set(rows.map(({ user }) => user))].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const users = await own.user.findMany({ where: { id: { in: ids } } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map(({ id, user, page, at }) => ({ id, who: names.get(user) ?? user, page, at }));
}
