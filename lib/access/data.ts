import { accounts } from "@/lib/auth/accounts";
import type { AuditorActor } from "@/lib/auth/actor";
import { type AccessFilter, momentsOf } from "./filter";

/** Who opened which page when; `who` is a name where the user is still known. */
export type AccessEntry = {
  readonly id: string;
  readonly who: string;
  readonly page: string;
  readonly at: Date;
};

/** The newest entries of the access log that a filter asks for. */
export async function accessesLike(
  _actor: AuditorActor,
  filter: AccessFilter,
  take: number,
): Promise<readonly AccessEntry[]> {
  const own = accounts();
  const { who, page } = filter;
  const like = { contains: who, mode: "insensitive" } as const;
  const named = who === "" ? [] : await own.user.findMany({ where: { name: like } });
  const rows = await own.access.findMany({
    where: {
      page: { startsWith: page },
      at: momentsOf(filter),
      OR: [{ user: { in: named.map(({ id }) => id) } }, { user: like }],
    },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    take,
  });
  const ids = [...new Set(rows.map(({ user }) => user))].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const users = await own.user.findMany({ where: { id: { in: ids } } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map(({ id, user, page, at }) => ({ id, who: names.get(user) ?? user, page, at }));
}
