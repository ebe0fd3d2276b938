import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { ensureDatabase } from "@/lib/db/provision";
import { applyMigrations } from "@/lib/db/schema-engine";
import { ownerUrl } from "../../support/databases";

export type Side = "employer" | "collector";
export type Row = Record<string, unknown>;

/** What the first release had. */
export const FIRST = ["0001_tables", "0002_roles"];
const SERVER = ownerUrl("employer", "postgres");

export async function query(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

export const drop = (name: string) => query(SERVER, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);

/** A database as an installation of the first release has it, with a few rows of the demonstration; its address. */
export async function firstRelease(side: Side, name: string): Promise<string> {
  const own = mkdtempSync(path.join(tmpdir(), "sorti-upgrade-"));
  const url = ownerUrl(side, name);
  try {
    for (const one of FIRST)
      cpSync(`prisma/${side}/migrations/${one}`, path.join(own, one), { recursive: true });
    await drop(name);
    await ensureDatabase(SERVER, name);
    const applied = await applyMigrations(url, side, own);
    if (applied.join() !== FIRST.join()) throw new Error(`applied: ${applied}`);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  await query(url, readFileSync(`tests/integration/db/first-release/${side}.sql`, "utf8"));
  return url;
}

const TABLES = `
  SELECT schemaname || '.' || tablename AS name FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> '_prisma_migrations'
  ORDER BY 1`;

/** Every table's rows, by its name; each in the order of its whole content. */
export async function contents(url: string): Promise<Map<string, Row[]>> {
  const names = (await query(url, TABLES)).map(({ name }) => String(name));
  const rows = await Promise.all(
    names.map((name) => query(url, `SELECT * FROM ${name} ORDER BY 1`)),
  );
  return new Map(names.map((name, place) => [name, rows[place] ?? []]));
}

const OURS =
  "nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('information_schema', 'pgboss', 'stepping')";
const STRUCTURE = `
  SELECT 'column ' || n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
         || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' ' || coalesce(a.attacl::text, '') AS what
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped AND ${OURS}
  UNION ALL SELECT 'rights ' || n.nspname || '.' || c.relname || ' ' || c.relkind::text || ' ' || coalesce(c.relacl::text, '')
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${OURS}
  UNION ALL SELECT 'schema ' || nspname || ' ' || coalesce(nspacl::text, '') FROM pg_namespace n WHERE ${OURS}
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes JOIN pg_namespace n ON nspname = schemaname WHERE ${OURS}
  UNION ALL SELECT 'rule ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
  FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE ${OURS}
  UNION ALL SELECT 'trigger ' || pg_get_triggerdef(t.oid)
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE NOT t.tgisinternal AND ${OURS}
  UNION ALL SELECT 'function ' || p.proname || ' ' || coalesce(p.proacl::text, '') || ' ' || p.prosrc
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OURS}
  ORDER BY 1`;

/** Tables, rights, rules, triggers and functions, a line each. */
export const structure = async (url: string): Promise<string[]> =>
  (await query(url, STRUCTURE)).map(({ what }) => String(what));
