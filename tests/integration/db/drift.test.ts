import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { ensureDatabase } from "@/lib/db/provision";
import { applyMigrations, schemaAsSql } from "@/lib/db/schema-engine";
import { ownerUrl } from "../../support/databases";

/** What a schema file can say: columns with type, null and default, and the columns of keys and indexes. */
const CATALOGUE = `
  SELECT table_schema || '.' || table_name AS place,
         column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS what
  FROM information_schema.columns
  WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'public', 'pgboss')
    -- Views are the migrations' own, as roles and triggers are.
    AND (table_schema, table_name) NOT IN (SELECT table_schema, table_name FROM information_schema.views)
  UNION ALL
  SELECT schemaname || '.' || tablename, regexp_replace(indexdef, '^.* USING', 'index') ||
         CASE WHEN indexdef LIKE '%UNIQUE%' THEN ' unique' ELSE '' END
  FROM pg_indexes WHERE schemaname NOT IN ('pg_catalog', 'public', 'pgboss')
    -- An index of some of the rows is the migrations' own too: the schema file cannot say which.
    AND indexdef NOT LIKE '% WHERE %'
  ORDER BY 1, 2`;

/** The inbox's eight partitions are the migration's own; the schema file knows the whole. */
const PARTITION = /^collector[.](inbox|withdrawn)_[0-7]$/;

const SERVER = ownerUrl("employer", "postgres");

async function query(url: string, sql: string): Promise<{ place: string; what: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ place: string; what: string }>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function catalogue(url: string): Promise<string[]> {
  const rows = await query(url, CATALOGUE);
  return rows.filter((row) => !PARTITION.test(row.place)).map((row) => `${row.place}: ${row.what}`);
}

describe.each(["employer", "collector"] as const)("the %s's migrations", (side) => {
  // The run's own database: its set-up began with an empty one, and applied the migrations.
  const migrated = ownerUrl(side);
  const name = `drift_${side}`;
  const described = ownerUrl(side, name);

  afterAll(() => query(SERVER, `DROP DATABASE ${name} WITH (FORCE)`));

  test("make exactly the tables that the schema file describes", async () => {
    await ensureDatabase(SERVER, name);
    await query(described, await schemaAsSql(described, side));
    const expected = await catalogue(described);
    expect(await catalogue(migrated)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(30);
  });

  test("change nothing when they are applied again", async () => {
    expect(await applyMigrations(migrated, side)).toEqual([]);
  });
});
