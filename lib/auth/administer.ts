import { randomUUID } from "node:crypto";
import { accounts } from "@/lib/auth/accounts";
import type { AdministratorActor, AuditorActor } from "@/lib/auth/actor";
import type { UserRole } from "@/lib/auth/roles";
import { factorOf, resetFactor } from "@/lib/auth/second-factor";
import { endAllSessions } from "@/lib/auth/sessions";
import type { User } from "@/lib/auth/tables";
import { dayAt } from "@/lib/quarters/today";
import { needsSecondFactor } from "@/lib/sign-in/rule";

export type NewAccount = {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly UserRole[];
};

/** Every change of an account stands in the access log, by the name of whom it is about. */
async function note(by: AdministratorActor, what: string, name: string, now: Date): Promise<void> {
  const page = `account ${what}: ${name}`;
  await accounts().access.createMany({ data: [{ user: by.user, page, at: now }] });
}

/** The code that the account starts its second factor with, where it needs one; told once. */
async function startCodeOf(user: User): Promise<string | null> {
  return needsSecondFactor(user) ? resetFactor(user.id) : null;
}

/** Somebody who gets an account; null when the address has one. `startCode`: to hand over in another way than by mail. */
export async function createAccount(
  by: AdministratorActor,
  { email, name, roles }: NewAccount,
  now: Date,
): Promise<{ readonly startCode: string | null } | null> {
  const id = randomUUID();
  const facts = { id, email, name, roles: [...roles], demo: false, createdOn: dayAt(now) };
  const { count } = await accounts().user.createMany({ data: [facts], skipDuplicates: true });
  const user = await accounts().user.findUnique({ where: { id } });
  if (count === 0 || !user) return null;
  await note(by, `created with ${roles.join(", ")}`, name, now);
  return { startCode: await startCodeOf(user) };
}

/** Every account of this party, for whoever looks after them and whoever looks at who has one. */
export async function everyAccount(
  _by: AdministratorActor | AuditorActor,
): Promise<readonly User[]> {
  return accounts().user.findMany({ orderBy: { email: "asc" } });
}

async function change(
  email: string,
  data: Parameters<ReturnType<typeof accounts>["user"]["updateMany"]>[0]["data"],
): Promise<User | null> {
  const user = await accounts().user.findUnique({ where: { email } });
  if (!user) return null;
  await accounts().user.updateMany({ where: { id: user.id }, data });
  return user;
}

/**
 * Gives an account these roles and no other, at once; null when there is none. `startCode`: where it needs a second
 * factor now and has never had one.
 */
export async function setRoles(
  by: AdministratorActor,
  email: string,
  roles: readonly UserRole[],
  now: Date,
): Promise<{ readonly startCode: string | null } | null> {
  const user = await change(email, { roles: [...roles] });
  if (!user) return null;
  await note(by, `has ${roles.join(", ")}`, user.name, now);
  const known = await factorOf(user.id);
  return { startCode: known ? null : await startCodeOf({ ...user, roles: [...roles] }) };
}

/** Lets an account in no more, from the next request on, or lets it in again. False when there is none. */
export async function setDisabled(
  by: AdministratorActor,
  email: string,
  disabled: boolean,
  now: Date,
): Promise<boolean> {
  const user = await change(email, { disabled });
  if (!user) return false;
  if (disabled) await endAllSessions(user.id);
  await note(by, disabled ? "disabled" : "enabled", user.name, now);
  return true;
}

/** Takes an account's phone and recovery codes away and signs it out; the code to start anew with, null when there is none. */
export async function resetSecondFactor(
  by: AdministratorActor,
  email: string,
  now: Date,
): Promise<string | null> {
  const user = await accounts().user.findUnique({ where: { email } });
  if (!user) return null;
  const code = await resetFactor(user.id);
  await endAllSessions(user.id);
  await note(by, "second factor reset", user.name, now);
  return code;
}

/** Ends every session of an account; how many, null when there is no account. */
export async function signOutAccount(
  by: AdministratorActor,
  email: string,
  now: Date,
): Promise<number | null> {
  const user = await accounts().user.findUnique({ where: { email } });
  if (!user) return null;
  const ended = await endAllSessions(user.id);
  await note(by, "signed out", user.name, now);
  return ended;
}

/** `gone`: there is none. `last`: nobody else could sign in with these roles. */
export type Removed =
  | { readonly outcome: "removed" | "gone" }
  | { readonly outcome: "last"; readonly roles: readonly string[] };

/**
 * Removes an account for good, with its phone, recovery codes, sessions and unused links. The access log keeps what it
 * did, by its number and no longer by its name, and the line of the removal says whose number it was.
 */
export async function removeAccount(
  by: AdministratorActor,
  email: string,
  now: Date,
): Promise<Removed> {
  const all = await everyAccount(by);
  const user = all.find((one) => one.email === email);
  if (!user) return { outcome: "gone" };
  const others = all.filter(({ id, disabled }) => id !== user.id && !disabled);
  const roles = user.roles.filter((role) => !others.some((one) => one.roles.includes(role)));
  if (!user.disabled && roles.length > 0) return { outcome: "last", roles };
  // The rest goes with it: each of those tables says so itself.
  const { count } = await accounts().user.deleteMany({ where: { id: user.id } });
  if (count === 0) return { outcome: "gone" };
  await note(by, "removed", `${user.name} (${user.id})`, now);
  return { outcome: "removed" };
}
