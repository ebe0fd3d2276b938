import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureDatabase } from "@/lib/db/provision";
import { applyMigrations } from "@/lib/db/schema-engine";
import { ownerUrl } from "../../support/databases";

type Side = "employer" | "collector";
type Row = Record<string, unknown>;

/** What the first release had. */
const FIRST = ["0001_tables", "0002_roles"];
const SERVER = ownerUrl("employer", "postgres");
const folder = mkdtempSync(path.join(tmpdir(), "sorti-upgrade-"));
const place = (side: Side) => ownerUrl(side, `upgraded_${side}`);

async function query(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A database as an installation of the first release has it, with a few rows of the demonstration. */
async function firstRelease(side: Side): Promise<string> {
  const [own, url] = [path.join(folder, side), place(side)];
  for (const name of FIRST)
    cpSync(`prisma/${side}/migrations/${name}`, path.join(own, name), { recursive: true });
  await query(SERVER, `DROP DATABASE IF EXISTS upgraded_${side} WITH (FORCE)`);
  await ensureDatabase(SERVER, `upgraded_${side}`);
  expect(await applyMigrations(url, side, own)).toEqual(FIRST);
  await query(url, readFileSync(`tests/integration/db/first-release/${side}.sql`, "utf8"));
  return url;
}

const TABLES = `
  SELECT schemaname || '.' || tablename AS name FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> '_prisma_migrations'
  ORDER BY 1`;

async function contents(url: string): Promise<Map<string, Row[]>> {
  const names = (await query(url, TABLES)).map(({ name }) => String(name));
  const rows = await Promise.all(
    names.map((name) => query(url, `SELECT * FROM ${name} ORDER BY 1`)),
  );
  return new Map(names.map((name, place) => [name, rows[place] ?? []]));
}

/** Columns that a migration has moved elsewhere, or that it calls otherwise; each is looked at below. */
const MOVED = ["confirmed_at", "confirmed_by", "stopped"];

const without = (row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !MOVED.includes(name)));

afterAll(async () => {
  for (const side of ["employer", "collector"])
    await query(SERVER, `DROP DATABASE IF EXISTS upgraded_${side} WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

describe.each(["employer", "collector"] as const)("an update of the %s's database", (side) => {
  let before: Map<string, Row[]>;
  let after: Map<string, Row[]>;

  beforeAll(async () => {
    const url = await firstRelease(side);
    before = await contents(url);
    const applied = await applyMigrations(url, side);
    expect(applied.length).toBe(readdirSync(`prisma/${side}/migrations`).length - FIRST.length);
    after = await contents(url);
  });

  test("loses no row and changes nothing that was written", () => {
    expect([...before.values()].flat().length).toBeGreaterThan(10);
    for (const [table, rows] of before) {
      const now = after.get(table) ?? [];
      expect(now, table).toHaveLength(rows.length);
      for (const [at, row] of rows.entries()) expect(now[at], table).toMatchObject(without(row));
    }
  });
});

test("an import that was confirmed stays confirmed, by the same person at the same moment, and no other is", async () => {
  expect(
    await query(
      place("employer"),
      "SELECT import_id, decision, decided_at, decided_by FROM identity.confirmations",
    ),
  ).toEqual([
    {
      import_id: "00000000-0000-4000-8000-000000000001",
      decision: "confirmed",
      decided_at: new Date("2026-07-02T09:30:00Z"),
      decided_by: "auditor",
    },
  ]);
});

test("what HR had written gets a first version, and the region's rules their order", async () => {
  const url = place("employer");
  expect(await query(url, "SELECT version, signed_on FROM identity.actions")).toEqual([
    { version: 1, signed_on: "2026-08-21" },
  ]);
  expect(await query(url, "SELECT number, from_quarter FROM identity.policies ORDER BY 1")).toEqual(
    [
      { number: 1, from_quarter: "2024-Q1" },
      { number: 2, from_quarter: "2026-Q1" },
    ],
  );
});

test("what could not be changed before cannot be changed after: log, manifests and totals", async () => {
  for (const sql of [
    "UPDATE release.log SET content = 'x'",
    "UPDATE release.rounds SET manifest = 'x' WHERE quarter = '2026-Q3'",
    "UPDATE release.rounds SET received = 30 WHERE quarter = '2026-Q2'",
  ])
    await expect(query(place("collector"), sql), sql).rejects.toThrow();
});

test("an update that would forget a withdrawal refuses in words, changes nothing, and goes through when the quarter is mixed", async () => {
  const url = await firstRelease("collector");
  await query(url, "INSERT INTO collector.withdrawn VALUES (3, decode(repeat('14', 32), 'hex'))");
  await expect(applyMigrations(url, "collector")).rejects.toThrow(
    /mix that quarter with the version before, then update/,
  );
  expect(await query(url, "SELECT hash FROM collector.withdrawn")).toHaveLength(1);
  await query(url, "TRUNCATE collector.withdrawn");
  expect(await applyMigrations(url, "collector")).toContain("0006_carried_receipts");
});
