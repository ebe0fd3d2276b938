import { createHmac } from "node:crypto";
import pg from "pg";
import { applyMigrations } from "@/lib/db/schema-engine";
import { ROLES, type Role } from "@/lib/env";

export const SIDES = ["employer", "collector"] as const;
type Side = (typeof SIDES)[number];

/** Owner connections of the databases that are ours: the employer's, the external party's, or both. */
export type Owners = Readonly<Partial<Record<Side, string>>>;

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates a database unless it is there. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  await asOwner(serverUrl, async (client) => {
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** Brings our databases to the newest migration; returns what was applied. */
export async function migrate(owners: Owners): Promise<string[]> {
  const applied: string[] = [];
  for (const side of SIDES) {
    const owner = owners[side];
    const names = owner === undefined ? [] : await applyMigrations(owner, side);
    applied.push(...names.map((name) => `${side}/${name}`));
  }
  return applied;
}

/** PostgreSQL lets everybody into every database and make temporary tables there; here a role has its own only. */
async function shutToPublic(client: pg.Client): Promise<void> {
  const name = client.escapeIdentifier(client.database ?? "");
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
}

/** A role's own password: the reader's is handed to the other party and must open nothing else. */
export const passwordOf = (role: Role, secret: string): string =>
  createHmac("sha256", secret).update(role).digest("base64url");

/** Lets our narrow roles log in, each with its own password; returns their connection strings by setting name. */
export async function letRolesIn(owners: Owners, secret: string): Promise<Record<string, string>> {
  const urls: Record<string, string> = {};
  for (const owner of new Set(Object.values(owners))) await asOwner(owner, shutToPublic);
  for (const role of Object.keys(ROLES) as Role[]) {
    const owner = owners[ROLES[role]];
    if (owner === undefined) continue;
    const password = passwordOf(role, secret);
    await asOwner(owner, async (client) => {
      const name = client.escapeIdentifier(client.database ?? "");
      await client.query(`GRANT CONNECT ON DATABASE ${name} TO sorti_${role}`);
      await client.query(
        `ALTER ROLE sorti_${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`,
      );
    });
    const url = new URL(owner);
    url.username = `sorti_${role}`;
    url.password = password;
    urls[`DATABASE_URL_${role.toUpperCase()}`] = url.toString();
  }
  return urls;
}
