import { accounts } from "@/lib/auth/accounts";
import { USER_ROLES, type UserRole } from "@/lib/auth/roles";
import type { User } from "@/lib/auth/tables";
import { worksHere } from "@/lib/auth/works-at";
import { isDemo } from "@/lib/env";

/**
 * In plain sight on purpose: it is printed at start and opens nothing but the invented region.
 * Hashing it here would only look like protection; the protection is that it exists in demo mode alone.
 */
export const DEMO_PASSWORD = "prova-sorti";

type DemoAccount = { readonly email: string; readonly name: string; readonly role: UserRole };

const NAMES: Record<UserRole, string> = {
  hr: "Karin Sundell",
  operator: "Ida Forsell",
  auditor: "Anders Lööf",
  politician: "Maria Backlund",
};

/** The operator's second account: two people read each comment. */
const SECOND_READER = "Nils Hedlund";

/** One account for each role, and a second one at the operator's; the auditor's is also custodian 2's. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  ...USER_ROLES.map((role) => ({ email: `${role}@norrsjo.example`, name: NAMES[role], role })),
  { email: "operator2@norrsjo.example", name: SECOND_READER, role: "operator" },
];

/** Those that have something to do at this process's party. */
export const demoAccountsHere = (): readonly DemoAccount[] =>
  DEMO_ACCOUNTS.filter(({ role }) => worksHere(role));

/** Puts the demo accounts in place; safe to repeat. Throws outside demo mode. */
export async function seedDemoUsers(): Promise<void> {
  if (!isDemo()) throw new Error("Demo accounts are only made in demo mode.");
  for (const { email, name, role } of demoAccountsHere()) {
    const facts = { name, roles: [role], demo: true };
    await accounts().user.upsert({
      where: { email },
      create: { email, ...facts },
      update: facts,
    });
  }
}

/** The user of a demo account's e-mail and password, in demo mode only. */
export async function demoUser(email: string, password: string): Promise<User | null> {
  if (!isDemo() || password !== DEMO_PASSWORD) return null;
  return accounts().user.findFirst({ where: { email: email.trim().toLowerCase(), demo: true } });
}

/** Demo accounts that must not be there: none in demo mode, else as many as the database has. */
export async function demoAccountsTooMany(): Promise<number> {
  return isDemo() ? 0 : accounts().user.count({ where: { demo: true } });
}

/** Outside demo mode nothing starts while a demo account is left. Throws one sentence. */
export async function assertDemoAccountsAllowed(): Promise<void> {
  const left = await demoAccountsTooMany();
  if (left === 0) return;
  throw new Error(
    `The database has ${left} demo accounts; remove them from the table of users, or start with SORTI_MODE=demo.`,
  );
}
