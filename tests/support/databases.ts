import pg from "pg";

type Side = "employer" | "collector";

/** The owner's connection to a side's database, or to another database of the same server. */
export function ownerUrl(side: Side, database?: string): string {
  const url = new URL(process.env[`OWNER_URL_${side.toUpperCase()}`] ?? "");
  if (database) url.pathname = `/${database}`;
  return url.toString();
}

const pools = new Map<string, pg.Pool>();

/** Connections of this process: to be let in costs as much as ten questions. */
function pool(side: Side, triggers: "on" | "off"): pg.Pool {
  const connectionString = ownerUrl(side);
  const key = `${connectionString} ${triggers}`;
  const role = triggers === "off" ? "replica" : "origin";
  const options = `-c session_replication_role=${role}`;
  const known = pools.get(key) ?? new pg.Pool({ connectionString, options, allowExitOnIdle: true });
  pools.set(key, known);
  // An idle connection that the server ends is replaced by the next question.
  if (known.listenerCount("error") === 0) known.on("error", () => undefined);
  return known;
}

async function ask<T extends pg.QueryResultRow>(
  side: Side,
  sql: string,
  values: readonly unknown[],
  triggers: "on" | "off",
): Promise<T[]> {
  return (await pool(side, triggers).query<T>(sql, [...values])).rows;
}

/** The rows of a query as an administrator, who sees and does everything, also what triggers forbid to everybody. */
export function asOwner<T extends pg.QueryResultRow>(
  side: Side,
  sql: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  return ask<T>(side, sql, values, "off");
}

/** The same with the triggers on, as the owner's role works when it means no harm. */
export function asHonestOwner(side: Side, sql: string): Promise<pg.QueryResultRow[]> {
  return ask(side, sql, [], "on");
}

// A table without a single page is as empty as one that was just truncated, and most are: making 70 files anew
// for each test took a tenth of a second.
const EMPTY_ALL = `
  DO $$
  DECLARE found text;
  BEGIN
    SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') INTO found
    FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'pgboss')
      AND tablename <> '_prisma_migrations'
      AND pg_relation_size(format('%I.%I', schemaname, tablename)::regclass) > 0;
    IF found IS NOT NULL THEN EXECUTE 'TRUNCATE ' || found || ' CASCADE'; END IF;
  END $$`;

/** Empties every table of both databases, and the queued jobs: each test begins with nothing stored. */
export async function cleanDatabases(): Promise<void> {
  await asOwner("employer", EMPTY_ALL);
  await asOwner("collector", EMPTY_ALL);
  await asOwner("employer", "DELETE FROM pgboss.job");
}
