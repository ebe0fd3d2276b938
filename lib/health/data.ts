import { readFileSync } from "node:fs";
import path from "node:path";
import { demoAccountsTooMany } from "@/lib/auth/demo-accounts";
import { db } from "@/lib/db/clients";
import { SERVER_SETTINGS } from "@/lib/db/server-settings";
import { isPart, ownParts, ROLES, type Role, rolesOf } from "@/lib/env";

/** One thing that must hold. `problem` says what does not, without names, addresses or secrets. */
export type HealthCheck = {
  readonly name: string;
  readonly ok: boolean;
  readonly problem?: string;
};
export type Health = { readonly ok: boolean; readonly checks: readonly HealthCheck[] };

async function check(name: string, find: () => Promise<string | null>): Promise<HealthCheck> {
  // A driver's own message may carry a host, a user or a value.
  const problem = await find().catch(() => "cannot be checked");
  return problem === null ? { name, ok: true } : { name, ok: false, problem };
}

async function reachable(role: Role): Promise<null> {
  await db(role).$queryRaw`SELECT 1`;
  return null;
}

/** The tables that a side's schema file speaks of, as `schema.table`. */
function tablesOf(side: "employer" | "collector"): string[] {
  const schema = readFileSync(path.resolve("prisma", side, "schema.prisma"), "utf8");
  const pairs = schema.matchAll(/@@map\("(\w+)"\)\s+@@schema\("(\w+)"\)/g);
  return [...pairs].map(([, table, owner]) => `${owner}.${table}`);
}

async function migrated(role: "identity" | "reader"): Promise<string | null> {
  const rows = await db(role).$queryRaw<{ name: string }[]>`
    SELECT n.nspname || '.' || c.relname AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace`;
  const there = new Set(rows.map(({ name }) => name));
  const missing = tablesOf(ROLES[role]).filter((table) => !there.has(table));
  return missing.length > 0 ? `missing: ${missing.join(", ")}` : null;
}

/** What the collector's promise needs of its server. */
async function silent(): Promise<string | null> {
  const names = Object.keys(SERVER_SETTINGS);
  const rows = await db("reader").$queryRaw<{ name: string; setting: string }[]>`
    SELECT name, setting FROM pg_settings WHERE name = ANY(${names})`;
  const set = new Map(rows.map(({ name, setting }) => [name, setting]));
  const wrong = names.filter((name) => set.get(name) !== SERVER_SETTINGS[name]);
  return wrong.length > 0 ? `must be changed on the server: ${wrong.join(", ")}` : null;
}

async function demoAccounts(): Promise<string | null> {
  return (await demoAccountsTooMany()) > 0 ? "there are demo accounts" : null;
}

const employersChecks = () => [
  check("migrations of the employer's side", () => migrated("identity")),
];

const collectorsChecks = () => [
  check("migrations of the external party's side", () => migrated("reader")),
  check("settings of the external party's database", silent),
];

/** Everything that must hold for this instance to serve: its own part's, and nothing of the other party's. */
export async function health(): Promise<Health> {
  const checks = await Promise.all([
    ...rolesOf(ownParts()).map((role) => check(`database as ${role}`, () => reachable(role))),
    ...(isPart("issuer") ? employersChecks() : []),
    ...(isPart("collector") ? collectorsChecks() : []),
    check("no demo accounts outside the demonstration", demoAccounts),
  ]);
  return { ok: checks.every(({ ok }) => ok), checks };
}
