import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { databaseUrl, ROLES, type Role } from "@/lib/env";
import { cleanDatabases } from "../../support/databases";

beforeEach(cleanDatabases);

type Table = { readonly name: string; readonly kind: string };

const KINDS = "'r', 'p'";
const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name, c.relkind::text AS kind
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN (${KINDS}) AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public')
    AND n.nspname NOT LIKE 'pg_toast%' AND n.nspname NOT LIKE 'pg_temp%' ORDER BY 1`;
const RIGHTS = `
  SELECT right_name FROM unnest($1::text[]) AS right_name
  WHERE has_table_privilege(current_user, $2, right_name)
    AND has_schema_privilege(current_user, split_part($2, '.', 1), 'USAGE')`;
const ALL = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"];

async function as<T>(role: Role, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl(role) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What a role may do in its own database, table by table; a table it may do nothing with is left out. */
async function rightsOf(role: Role): Promise<Record<string, string[]>> {
  return as(role, async (client) => {
    const { rows: tables } = await client.query<Table>(TABLES);
    const may: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ right_name: string }>(RIGHTS, [ALL, name]);
      if (rows.length > 0) may[name] = rows.map((row) => row.right_name);
    }
    return may;
  });
}

/** The eight partitions as one line. */
function partitionsAsOne(rights: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(rights).map(([name, may]) => [name.replace(/_[0-7]$/, "_*"), may]),
  );
}

test("the collector may put answers and withdrawals in, and nothing else", async () => {
  expect(await rightsOf("collector")).toEqual({
    "collector.inbox": ["INSERT"],
    "collector.withdrawn": ["INSERT"],
  });
});

test("the issuer reads links and writes redemptions, and knows no person", async () => {
  expect(await rightsOf("issuer")).toEqual({
    "disposal.log": ["INSERT"],
    "issuer.cancellations": ["SELECT", "DELETE"],
    "issuer.links": ["SELECT", "DELETE"],
    "issuer.redemptions": ["SELECT", "INSERT", "DELETE"],
    "issuer.rounds": ["SELECT", "INSERT"],
  });
});

test("the mixer empties the inbox and adds results, and changes no result that is there", async () => {
  expect(partitionsAsOne(await rightsOf("mixer"))).toEqual({
    "collector.inbox_*": ["SELECT", "TRUNCATE"],
    "collector.withdrawn_*": ["SELECT", "TRUNCATE"],
    "mixing.sealed": ["SELECT", "INSERT", "TRUNCATE"],
    "redaction.codings": ["SELECT", "INSERT"],
    "redaction.comments": ["SELECT", "INSERT", "TRUNCATE"],
    "release.atoms": ["SELECT", "INSERT"],
    "release.cells": ["SELECT", "INSERT"],
    "release.log": ["SELECT", "INSERT"],
    "release.paraphrases": ["SELECT", "INSERT"],
    "release.receipts": ["SELECT", "INSERT"],
    "release.rounds": ["SELECT"],
    "release.themes": ["SELECT", "INSERT"],
  });
});

test("those who read results can read what is released, and nothing else", async () => {
  const rights = await rightsOf("reader");
  expect(Object.keys(rights).every((name) => name.startsWith("release."))).toBe(true);
  expect(new Set(Object.values(rights).flat())).toEqual(new Set(["SELECT"]));
  expect(Object.keys(rights)).toContain("release.atoms");
});

test("the operator cannot see the inbox, what waits, or change what is released or logged", async () => {
  const rights = await rightsOf("operator");
  const hidden = Object.keys(rights).filter((name) => /^(collector|mixing)\./.test(name));
  expect(hidden).toEqual([]);
  const noted = ["release.atoms", "release.cells", "release.receipts", "release.log"];
  const changes = noted
    .flatMap((name) => rights[name] ?? [])
    .filter((may) => /UPD|DEL|TRU/.test(may));
  expect(changes).toEqual([]);
});

test("no role is refused only by its rights: it also knows no door to the other party's tables", async () => {
  const found: string[] = [];
  for (const role of Object.keys(ROLES) as Role[]) {
    const tables = await as(role, (client) => client.query<Table>(TABLES));
    const schemas = new Set(tables.rows.map(({ name }) => name.split(".")[0]));
    const foreign =
      ROLES[role] === "employer" ? ["collector", "mixing", "release"] : ["identity", "issuer"];
    found.push(
      ...foreign.filter((schema) => schemas.has(schema)).map((schema) => `${role}: ${schema}`),
    );
  }
  expect(found).toEqual([]);
});

test("asking anyway is refused by the database: links, people, answers, totals that wait", async () => {
  const asked: readonly (readonly [Role, string])[] = [
    ["issuer", "SELECT * FROM identity.departures"],
    ["issuer", "SELECT * FROM identity.invitations"],
    ["printer", "SELECT * FROM identity.departures"],
    ["printer", "SELECT * FROM identity.invitations"],
    ["printer", "SELECT * FROM issuer.links"],
    ["printer", "UPDATE letters.letters SET number = ''"],
    ["issuer", "SELECT * FROM letters.letters"],
    ["identity", "SELECT * FROM issuer.links"],
    ["identity", "SELECT * FROM issuer.redemptions"],
    ["collector", "SELECT * FROM collector.inbox"],
    ["collector", "SELECT * FROM collector.inbox_0"],
    ["collector", "DELETE FROM collector.inbox"],
    ["reader", "SELECT * FROM collector.inbox_0"],
    ["reader", "SELECT * FROM mixing.sealed"],
    ["operator", "SELECT * FROM mixing.sealed"],
    ["operator", "DELETE FROM release.log"],
    ["reader", "SELECT * FROM redaction.comments"],
    ["issuer", "SELECT * FROM disposal.log"],
    ["issuer", "SELECT * FROM disposal.clock"],
    ["mixer", "UPDATE release.atoms SET n = 1"],
    ["mixer", "DELETE FROM release.themes"],
    ["mixer", "DELETE FROM redaction.comments"],
    ["mixer", "DELETE FROM collector.inbox_0"],
    ["mixer", "UPDATE release.rounds SET manifest = ''"],
  ];
  for (const [role, sql] of asked) {
    await expect(
      as(role, (client) => client.query(sql)),
      `${role}: ${sql}`,
    ).rejects.toThrow(/denied/);
  }
});

test("no role logs in as another, or as more than itself", async () => {
  for (const role of Object.keys(ROLES) as Role[]) {
    const { rows } = await as(role, (client) =>
      client.query<{ powers: string[] | null }>(
        `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS more,
           (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS member_of
         FROM pg_roles r WHERE rolname = current_user`,
      ),
    );
    expect(rows, role).toEqual([{ more: false, member_of: 0 }]);
  }
});
