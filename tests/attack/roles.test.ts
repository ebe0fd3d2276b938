import pg from "pg";
import { expect, test } from "vitest";
import { SIDES } from "@/lib/attack/ask";
import { expectedRights, readRights, rightsLeaks } from "@/lib/attack/rights";
import { databaseUrl, ROLES, type Role } from "@/lib/env";
import { asOwner } from "../support/databases";
import { BEYOND, DESIGN } from "./support/design-roles";

test.each(SIDES)(
  "every role on the %s's side may do exactly what is written, and no more",
  async (side) => {
    expect(Object.fromEntries(await readRights(asOwner, side))).toEqual(
      Object.fromEntries(expectedRights(side)),
    );
    expect(await rightsLeaks(asOwner, side)).toEqual([]);
  },
);

/** What is written of a role's rights on tables and their columns: table → verbs, columns' verbs last. */
function writtenRights(role: Role): Record<string, string> {
  const lines = [...expectedRights(ROLES[role])].flatMap(([line, verbs]) => {
    const [, who, table] = /^sorti_(\w+) [|] (?:table|columns) (.*)$/.exec(line) ?? [];
    return who === role && table ? [{ table, verbs }] : [];
  });
  const found: Record<string, string> = {};
  for (const { table, verbs } of lines) {
    found[table] = found[table] === undefined ? verbs : `${found[table]} ${verbs}`;
  }
  return found;
}

test.each(Object.keys(ROLES) as Role[])(
  "sorti_%s may do what the design's table of roles says; whatever is more has its reason in writing",
  (role) => {
    const reasons = Object.entries(BEYOND[role] ?? {});
    const allowed = reasons.map(([table, why]) => [table, why.slice(0, why.indexOf(":"))]);
    expect(writtenRights(role)).toEqual({ ...DESIGN[role], ...Object.fromEntries(allowed) });
    for (const [table, why] of reasons) expect(why.length, table).toBeGreaterThan(25);
  },
);

/** `sql` gives a right away, `mend` takes it back. */
const BROKEN = [
  {
    what: "the collector reads the inbox",
    side: "collector",
    sql: "GRANT SELECT ON collector.inbox TO sorti_collector",
    mend: "REVOKE SELECT ON collector.inbox FROM sorti_collector",
  },
  {
    what: "the collector reads one partition",
    side: "collector",
    sql: "GRANT SELECT ON collector.inbox_3 TO sorti_collector",
    mend: "REVOKE SELECT ON collector.inbox_3 FROM sorti_collector",
  },
  {
    what: "the reader sees who took part in a column",
    side: "collector",
    sql: "GRANT SELECT (withdrawal_hash) ON collector.inbox TO sorti_reader",
    mend: "REVOKE SELECT (withdrawal_hash) ON collector.inbox FROM sorti_reader",
  },
  {
    what: "the issuer becomes a member of those who know people",
    side: "employer",
    sql: "GRANT sorti_identity TO sorti_issuer",
    mend: "REVOKE sorti_identity FROM sorti_issuer",
  },
  {
    what: "HR reads redemptions",
    side: "employer",
    sql: "GRANT SELECT ON issuer.redemptions TO sorti_identity",
    mend: "REVOKE SELECT ON issuer.redemptions FROM sorti_identity",
  },
  {
    what: "everybody reads what waits",
    side: "collector",
    sql: "GRANT SELECT ON mixing.sealed TO PUBLIC",
    mend: "REVOKE SELECT ON mixing.sealed FROM PUBLIC",
  },
  {
    what: "a function lends its owner's rights",
    side: "collector",
    sql: `CREATE FUNCTION collector.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER
          AS 'SELECT count(*) FROM collector.inbox'`,
    mend: "DROP FUNCTION collector.peek()",
  },
  {
    what: "the collector's role may make roles",
    side: "collector",
    sql: "ALTER ROLE sorti_collector CREATEROLE",
    mend: "ALTER ROLE sorti_collector NOCREATEROLE",
  },
  {
    what: "the mixer lost a right it needs",
    side: "collector",
    sql: "REVOKE TRUNCATE ON collector.inbox_5 FROM sorti_mixer",
    mend: "GRANT TRUNCATE ON collector.inbox_5 TO sorti_mixer",
  },
] as const;

test.each(BROKEN)("broken on purpose, and caught: $what", async ({ side, sql, mend }) => {
  await asOwner(side, sql);
  const leaks = await rightsLeaks(asOwner, side);
  await asOwner(side, mend);
  expect(leaks.length).toBeGreaterThan(0);
  expect(await rightsLeaks(asOwner, side)).toEqual([]);
});

type Table = { readonly name: string; readonly column: string };
const VERBS = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"] as const;

function statement(verb: (typeof VERBS)[number], { name, column }: Table): string {
  if (verb === "SELECT") return `SELECT * FROM ${name} LIMIT 1`;
  if (verb === "INSERT") return `INSERT INTO ${name} DEFAULT VALUES`;
  if (verb === "UPDATE") return `UPDATE ${name} SET "${column}" = DEFAULT WHERE false`;
  return verb === "DELETE" ? `DELETE FROM ${name} WHERE false` : `TRUNCATE ${name} CASCADE`;
}

/** Whether the server lets a role do it; every try is undone. */
async function tried(client: pg.Client, sql: string): Promise<boolean> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    return true;
  } catch (error) {
    // Refused for lack of rights; anything else happened after the rights were found to suffice.
    return (error as { code?: string }).code !== "42501";
  } finally {
    await client.query("ROLLBACK");
  }
}

const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name, a.attname::text AS column
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = 1
  WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('identity', 'issuer', 'collector', 'mixing', 'redaction', 'release', 'operator', 'letters', 'accounts')
  ORDER BY 1`;

test.each(Object.keys(ROLES) as Role[])(
  "sorti_%s really tries every verb on every table of its database",
  async (role) => {
    const side = ROLES[role];
    const tables = await asOwner<Table>(side, TABLES);
    const expected = expectedRights(side);
    const client = new pg.Client({ connectionString: databaseUrl(role) });
    await client.connect();
    try {
      expect(tables.length).toBeGreaterThan(14);
      for (const table of tables) {
        const line = `sorti_${role} | table ${table.name.replace(/_[0-7]$/, "_*")}`;
        const allowed = (expected.get(line) ?? "").split(" ");
        const could: string[] = [];
        for (const verb of VERBS) {
          if (await tried(client, statement(verb, table))) could.push(verb);
        }
        expect(could, table.name).toEqual(VERBS.filter((verb) => allowed.includes(verb)));
      }
    } finally {
      await client.end();
    }
  },
);

test("no role gets into the other party's database", async () => {
  for (const role of Object.keys(ROLES) as Role[]) {
    const url = new URL(databaseUrl(role));
    url.pathname = ROLES[role] === "employer" ? "/sorti_collector" : "/sorti_employer";
    const client = new pg.Client({ connectionString: url.toString() });
    await expect(client.connect(), role).rejects.toThrow(/permission denied/);
  }
});
