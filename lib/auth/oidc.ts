import { randomUUID } from "node:crypto";
import { accounts } from "@/lib/auth/accounts";
import { USER_ROLES } from "@/lib/auth/roles";
import type { User } from "@/lib/auth/tables";
import { worksHere } from "@/lib/auth/works-at";
import { env } from "@/lib/env";
import { dayAt } from "@/lib/quarters/today";
import { type Claimed, type ClaimRules, readClaims, readRoleList } from "@/lib/sign-in/claims";

/** The region's own sign-in, where one is set. */
export type Provider = ClaimRules & { readonly clientId: string; readonly clientSecret: string };

/** The settings of the region's own sign-in; null where accounts sign in by mailed link only. */
export function oidcProvider(): Provider | null {
  const settings = env();
  const { SORTI_OIDC_ISSUER: issuer, SORTI_OIDC_CLIENT_ID: clientId } = settings;
  const { SORTI_OIDC_CLIENT_SECRET: clientSecret, SORTI_OIDC_ROLES_CLAIM: claim } = settings;
  if (!issuer || !clientId || !clientSecret) return null;
  const gives = readRoleList(settings.SORTI_OIDC_ROLES ?? "", USER_ROLES);
  const roles = claim && gives ? { claim, gives } : null;
  return { issuer, clientId, clientSecret, account: settings.SORTI_OIDC_ACCOUNT_CLAIM, roles };
}

const usable = (user: User | null): User | null =>
  user && !user.disabled && !user.demo ? user : null;

/** The account that somebody came with before. */
export async function accountOfSubject(subject: string): Promise<User | null> {
  return usable(await accounts().user.findUnique({ where: { subject } }));
}

/** Whose address it is: an account that nobody has come to in this way yet. It is theirs alone from now on. */
async function boundNow({ subject, email }: Claimed): Promise<User | null> {
  if (email === null) return null;
  const user = usable(await accounts().user.findUnique({ where: { email } }));
  if (!user || user.subject !== null) return null;
  // Two at once: one of them binds it.
  const where = { id: user.id, subject: null };
  const { count } = await accounts().user.updateMany({ where, data: { subject } });
  return count === 1 ? { ...user, subject } : null;
}

/** An account for whoever the claims give a role, where they do. */
async function made({ email, name, roles }: Claimed, now: Date): Promise<void> {
  if (email === null || !roles || roles.length === 0) return;
  const facts = { id: randomUUID(), email, name, roles: [...roles], demo: false };
  await accounts().user.createMany({
    data: [{ ...facts, createdOn: dayAt(now) }],
    skipDuplicates: true,
  });
}

/**
 * The account of whoever the region's own sign-in vouches for; null for whoever has none here. Where its claims give
 * the roles, they are set anew each time, and whoever has none left does not come in.
 */
export async function admit(claims: unknown, now: Date): Promise<User | null> {
  const provider = oidcProvider();
  const read = provider && readClaims(claims, provider);
  if (!read) return null;
  const here =
    read.roles && USER_ROLES.filter((role) => worksHere(role) && read.roles?.includes(role));
  const claimed = { ...read, roles: here };
  const known = await accountOfSubject(claimed.subject);
  if (!known) await made(claimed, now);
  const user = known ?? (await boundNow(claimed));
  if (!user || here === null) return user;
  await accounts().user.updateMany({ where: { id: user.id }, data: { roles: [...here] } });
  return here.length > 0 ? { ...user, roles: [...here] } : null;
}
