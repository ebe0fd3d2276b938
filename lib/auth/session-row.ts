import type { Session, User } from "@/lib/auth/tables";
import { db } from "@/lib/db/clients";
import { isPart } from "@/lib/env";

type Row = Session & Omit<User, "id">;

/** The session of a cookie's hash and its account, in one statement: every page asks for it. */
async function rowsOf(hash: string): Promise<readonly Row[]> {
  if (isPart("issuer")) {
    return db("identity").$queryRaw<Row[]>`
      SELECT s.hash, s.id, s.user_id AS "userId", s.stage, s.means, s.began, s.seen, u.email, u.name,
        u.roles, u.demo, u.disabled, u.created_on AS "createdOn", u.seen_on AS "seenOn", u.subject
      FROM identity.sessions s JOIN identity.users u ON u.id = s.user_id WHERE s.hash = ${hash}`;
  }
  return db("operator").$queryRaw<Row[]>`
    SELECT s.hash, s.id, s.user_id AS "userId", s.stage, s.means, s.began, s.seen, u.email, u.name,
      u.roles, u.demo, u.disabled, u.created_on AS "createdOn", u.seen_on AS "seenOn", u.subject
    FROM accounts.sessions s JOIN accounts.users u ON u.id = s.user_id WHERE s.hash = ${hash}`;
}

/** A session as it is stored, with its account; null when there is none. */
export async function sessionRow(
  hash: string,
): Promise<{ readonly session: Session; readonly user: User } | null> {
  const [row] = await rowsOf(hash);
  if (!row) return null;
  const { id, userId, stage, means, began, seen, ...account } = row;
  const session = { hash, id, userId, stage, means, began, seen };
  return { session, user: { ...account, id: userId } };
}
