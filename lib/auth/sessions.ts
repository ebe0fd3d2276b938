import { accounts } from "@/lib/auth/accounts";
import { hashOfSecret, newSecret } from "@/lib/auth/secrets";
import { sessionRow } from "@/lib/auth/session-row";
import type { User } from "@/lib/auth/tables";
import { isDemo } from "@/lib/env";
import { dayAt } from "@/lib/quarters/today";
import { isLive, NOTED_EVERY_MS, type Stage, sessionLimits } from "@/lib/sign-in/rule";

export type Means = "demo" | "link" | "oidc";

/** A session that is not over, and its account as it is now. */
export type LiveSession = {
  readonly id: string;
  readonly hash: string;
  readonly stage: string;
  readonly means: string;
  readonly user: User;
};

/** Begins a session; the secret that its cookie holds. */
export async function beginSession(
  userId: string,
  { means, stage }: { readonly means: Means; readonly stage: Stage },
  now: Date,
): Promise<string> {
  const secret = newSecret();
  const data = { hash: hashOfSecret(secret), userId, means, stage, began: now, seen: now };
  await accounts().session.create({ data });
  return secret;
}

/** The session of a cookie; null when it is over, ended, or its account is no more to be used. */
export async function sessionOf(secret: string, now: Date): Promise<LiveSession | null> {
  const found = await sessionRow(hashOfSecret(secret));
  if (!found || found.user.disabled) return null;
  const { session, user } = found;
  // Whoever moves the demonstration's calendar by a year is still signed in afterwards, and nowhere else.
  if (user.demo ? !isDemo() : !isLive(session, now)) return null;
  const { id, hash, stage, means, seen } = session;
  if (now.getTime() - seen.getTime() >= NOTED_EVERY_MS) {
    await accounts().session.updateMany({ where: { hash }, data: { seen: now } });
  }
  await noteSeen(user, now);
  return { id, hash, stage, means, user };
}

async function noteSeen({ id, seenOn }: User, now: Date): Promise<void> {
  const today = dayAt(now);
  if (seenOn === today) return;
  await accounts().user.updateMany({ where: { id }, data: { seenOn: today } });
}

/** Puts a session into another stage without giving it another secret. */
export async function setStage(session: LiveSession, stage: Stage): Promise<void> {
  await accounts().session.updateMany({ where: { hash: session.hash }, data: { stage } });
}

/** Ends a session and begins another one of the same account, so that what was known before opens nothing more. */
export async function renewSession(
  session: LiveSession,
  stage: Stage,
  now: Date,
): Promise<string | null> {
  const { count } = await accounts().session.deleteMany({ where: { hash: session.hash } });
  if (count === 0) return null;
  const means = session.means === "oidc" ? "oidc" : "link";
  return beginSession(session.user.id, { means, stage }, now);
}

/** Ends the session of a cookie. */
export async function endSession(secret: string): Promise<void> {
  await accounts().session.deleteMany({ where: { hash: hashOfSecret(secret) } });
}

/** Ends one of an account's sessions, by its id; somebody else's is not touched. */
export async function endSessionById(userId: string, id: string): Promise<void> {
  await accounts().session.deleteMany({ where: { userId, id } });
}

/** Ends all of an account's sessions; `but`: the hash of one that stays. How many. */
export async function endAllSessions(userId: string, but?: string): Promise<number> {
  const where = { userId, ...(but === undefined ? {} : { hash: { not: but } }) };
  return (await accounts().session.deleteMany({ where })).count;
}

/** Ends an account's sessions that began by the region's own sign-in before a moment. How many. */
export async function endSessionsOfRegion(userId: string, before: Date): Promise<number> {
  const where = { userId, means: "oidc", began: { lte: before } };
  return (await accounts().session.deleteMany({ where })).count;
}

/** An account's sessions that are not over, the newest first. */
export async function sessionsOfUser(userId: string, now: Date) {
  const { began, seen } = sessionLimits(now);
  const where = { userId, began: { gt: began }, seen: { gt: seen } };
  return accounts().session.findMany({ where, orderBy: [{ began: "desc" }, { id: "asc" }] });
}

/** Removes what is over: sessions and links. Safe to repeat. */
export async function forgetOldSignIns(now: Date): Promise<void> {
  const { began, seen } = sessionLimits(now);
  const own = accounts();
  const over = [{ began: { lte: began } }, { seen: { lte: seen } }];
  await own.session.deleteMany({ where: { user: { demo: false }, OR: over } });
  await own.signInLink.deleteMany({ where: { until: { lte: now } } });
}
