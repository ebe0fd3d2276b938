import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { columnLeaks } from "@/lib/attack/columns";
import { closeIssuing } from "@/lib/closing/mutations";
import { databaseUrl, type Role } from "@/lib/env";
import { asHonestOwner, asOwner, cleanDatabases } from "../support/databases";
import { answerMany } from "../support/respondent";
import {
  afterEnd,
  closeRound,
  mixRound,
  openSmallRound,
  operator,
  Q1,
  Q2,
  roundOf,
} from "../support/round";

beforeEach(async () => {
  await cleanDatabases();
  await openSmallRound();
});

async function as(role: Role, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(role) });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const setState = (state: string) =>
  `UPDATE release.rounds SET state = '${state}' WHERE quarter = '${Q1}'`;

test("the operator's role cannot reopen a closed round", async () => {
  await closeRound(Q1);
  for (const state of ["planned", "issuing", "grace"]) {
    await expect(as("operator", setState(state))).rejects.toThrow(/only moves forward/);
  }
  expect((await roundOf(Q1)).state).toBe("closed");
});

test("neither the operator nor the mixer reopens a mixed round, and nobody leaves a step out", async () => {
  await expect(as("operator", setState("closed"))).rejects.toThrow(/only moves forward/);
  await answerMany(await roundOf(Q1), "A", 12);
  await closeRound(Q1);
  await mixRound(Q1);
  for (const role of ["operator", "mixer"] as const) {
    for (const state of ["closed", "set-aside", "issuing"]) {
      await expect(as(role, setState(state)), role).rejects.toThrow(/only moves forward/);
    }
  }
});

test("broken on purpose, and caught: a database that lets a round be reopened", async () => {
  await closeRound(Q1);
  await asOwner("collector", "ALTER TABLE release.rounds DISABLE TRIGGER forward_only");
  await as("operator", setState("issuing"));
  const leaks = await columnLeaks(asOwner, "collector");
  await asOwner("collector", "ALTER TABLE release.rounds ENABLE TRIGGER forward_only");
  expect((await roundOf(Q1)).state).toBe("issuing");
  expect(leaks.map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining("release.rounds forward_only"),
  ]);
  expect(await columnLeaks(asOwner, "collector")).toEqual([]);
});

test("broken on purpose, and caught: a trigger whose function was emptied", async () => {
  const [row] = await asOwner<{ def: string }>(
    "collector",
    "SELECT pg_get_functiondef('release.log_only_grows'::regproc) AS def",
  );
  const empty = `CREATE OR REPLACE FUNCTION release.log_only_grows() RETURNS trigger
    LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`;
  await asOwner("collector", empty);
  const emptied = await columnLeaks(asOwner, "collector");
  await asOwner("collector", row?.def ?? "");
  expect(emptied).toHaveLength(2);
  expect(await columnLeaks(asOwner, "collector")).toEqual([]);
});

test("receiving never stops earlier than was said, and totals are written once", async () => {
  const end = afterEnd(Q1);
  await closeIssuing(operator(), Q1, 3600, end);
  const earlier = "UPDATE release.rounds SET receiving_stops = receiving_stops - interval '1 min'";
  await expect(as("operator", earlier)).rejects.toThrow(/never stops earlier/);
  const never = "UPDATE release.rounds SET receiving_stops = NULL WHERE state = 'grace'";
  await expect(as("operator", never)).rejects.toThrow(/never stops earlier/);
  const issued = `UPDATE release.rounds SET issued = 9 WHERE quarter = '${Q1}'`;
  await expect(as("operator", issued)).rejects.toThrow(/written once/);
  const sooner = `UPDATE issuer.rounds SET issued = 9 WHERE quarter = '${Q1}'`;
  await expect(as("issuer", sooner)).rejects.toThrow(/written once/);
});

test("a key that stopped signing new values does not start again", async () => {
  await closeRound(Q1);
  const again = `UPDATE issuer.rounds SET state = 'issuing' WHERE quarter = '${Q1}'`;
  await expect(as("issuer", again)).rejects.toThrow(/only moves forward/);
  const otherKey = `UPDATE issuer.rounds SET n = 'AQAB' WHERE quarter = '${Q2}'`;
  await expect(as("issuer", otherKey)).rejects.toThrow(/permission denied/);
});

test("a round that was not planned cannot be put there half-way, and none is removed", async () => {
  const copy = `INSERT INTO release.rounds (quarter, slot, state, manifest, manifest_hash, questionnaire, received)
    SELECT '2031-Q1', 0, 'closed', 'x', '\\x00', 'x', 3`;
  await expect(as("operator", copy)).rejects.toThrow(/begins as planned/);
  await expect(asHonestOwner("collector", "DELETE FROM release.rounds")).rejects.toThrow(/removed/);
  await expect(asHonestOwner("collector", "TRUNCATE release.rounds")).rejects.toThrow(/removed/);
});

test("the public log only grows, even under its owner's hand", async () => {
  const change = "UPDATE release.log SET content = '{}' WHERE seq = 1";
  for (const sql of [change, "DELETE FROM release.log", "TRUNCATE release.log"]) {
    await expect(asHonestOwner("collector", sql), sql).rejects.toThrow(/only grows/);
  }
  const beside = `INSERT INTO release.log SELECT seq + 7, day, kind, content, previous, repeat('a', 64)
    FROM release.log ORDER BY seq DESC LIMIT 1`;
  await expect(as("operator", beside)).rejects.toThrow(/follows the last/);
});
