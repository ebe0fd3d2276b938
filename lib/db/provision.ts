import pg from "pg";
import { applyMigrations } from "@/lib/db/schema-engine";
import { ROLES, type Role } from "@/lib/env";

/** Owner connections of the two databases: the employer's and the external party's. */
export type Owners = { readonly employer: string; readonly collector: string };

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

/** Brings both databases to the newest migration; returns what was applied. */
export async function migrate(owners: Owners): Promise<string[]> {
  const employer = await applyMigrations(owners.employer, "employer");
  const collector = await applyMigrations(owners.collector, "collector");
  return [
    ...employer.map((name) => `employer/${name}`),
    ...collector.map((name) => `collector/${name}`),
  ];
}

/** PostgreSQL lets everybody into every database and make temporary tables there; here a role has its own only. */
async function shutToPublic(client: pg.Client): Promise<void> {
  const name = client.escapeIdentifier(client.database ?? "");
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
}

/** Lets the narrow roles log in with one generated password; returns their connection strings by setting name. */
export async function letRolesIn(
  owners: Owners,
  password: string,
): Promise<Record<string, string>> {
  const urls: Record<string, string> = {};
  for (const owner of new Set(Object.values(owners))) await asOwner(owner, shutToPublic);
  for (const role of Object.keys(ROLES) as Role[]) {
    const owner = owners[ROLES[role]];
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
