import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applyMigrations } from "@/lib/db/schema-engine";
import { ownerUrl } from "../../support/databases";
import {
  contents,
  drop,
  FIRST,
  firstRelease as install,
  query,
  type Row,
  type Side,
  structure,
} from "./first-installation";
import { killable } from "./killing";

const place = (side: Side) => ownerUrl(side, `upgraded_${side}`);
const firstRelease = (side: Side) => install(side, `upgraded_${side}`);

/** Columns that a migration has moved elsewhere, or that it calls otherwise; each is looked at below. */
const MOVED = ["confirmed_at", "confirmed_by", "stopped"];

const without = (row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !MOVED.includes(name)));

afterAll(async () => {
  for (const side of ["employer", "collector"]) await drop(`upgraded_${side}`);
  await drop("killed_employer");
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

test("an update that is killed goes on at the next start, and ends as one that was left alone", async () => {
  const url = await install("employer", "killed_employer");
  const update = await killable("employer", url);
  const before = await update.applied();
  expect(await update.kill(3, "power")).toBe(true);
  expect(await update.applied(), "nothing of a file that was cut off").toBe(before);
  expect(await update.kill(1, "process")).toBe(true);
  await update.letGo();
  expect(await applyMigrations(url, "employer")).not.toContain("0003_reminders");
  expect(await structure(url)).toEqual(await structure(ownerUrl("employer")));
}, 300_000);
