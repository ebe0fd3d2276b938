import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { filesHolding } from "@/lib/attack/data";
import { leaksOrder, linksByOrder } from "@/lib/attack/order";
import { leftoverLeaks, receiptLeaks, sizeFindings, transactionLeaks } from "@/lib/attack/physical";
import { destroySpentKeys } from "@/lib/closing/mutations";
import { receiveAnswer } from "@/lib/inbox/mutations";
import { writeExchange } from "@/lib/mixing/exchange";
import { countRound } from "@/lib/mixing/mutations";
import { peelRound } from "@/lib/peeling/mutations";
import { receivingRounds } from "@/lib/rounds/data";
import { SEALED_LENGTHS } from "@/lib/sealing/envelope";
import { asOwner, cleanDatabases } from "../support/databases";
import { answerRound, readyAnswer } from "../support/respondent";
import {
  afterEnd,
  bothKeys,
  closeRound,
  openSmallRound,
  operator,
  Q1,
  Q2,
  roundOf,
} from "../support/round";
import { peopleAnswer } from "./support/attacked-round";
import { installationDirectory, serverFiles } from "./support/backup";
import { needlesOf } from "./support/needles";
import { repeatedRounds } from "./support/repeated";
import { mixWriters, walPlace } from "./support/wal";

const end = afterEnd(Q1);
const canary = `kanarie${randomBytes(12).toString("hex")}`;

async function everyPlace(): Promise<string[]> {
  const { data, log } = await serverFiles();
  return [installationDirectory(), data, log];
}

/** Files that hold a text in any of its forms, after the server has written everything out. */
async function holding(...secrets: string[]): Promise<readonly string[]> {
  await asOwner("collector", "CHECKPOINT");
  return filesHolding(await everyPlace(), secrets.flatMap(needlesOf)).found;
}

/** A round with one answer that carries the canary, mixed as on two machines, with the exchange file on the disk. */
async function mixedWithCanary() {
  await cleanDatabases();
  await asOwner("collector", "CREATE EXTENSION IF NOT EXISTS pg_walinspect");
  const round = await openSmallRound();
  await peopleAnswer(round, 20);
  const answers = { words: canary, reason: "stress" };
  const { sealed } = await readyAnswer(round, { unit: "A", answers });
  await receiveAnswer(sealed, await receivingRounds());
  const ciphertext = sealed.sealed.slice(500, 560);
  const beforeMix = { canary: await holding(canary), ciphertext: await sealedIn(ciphertext) };
  await closeRound(Q1);
  const [first, second] = await bothKeys(Q1);
  const exchange = await peelRound(operator(), Q1, second, () => undefined);
  const file = path.join(installationDirectory(), "exchange", `${Q1}.exchange`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, writeExchange(exchange));
  const inExchange = filesHolding([file], needlesOf(canary)).found;
  rmSync(file);
  const start = await walPlace();
  await countRound(operator(), exchange, first, () => undefined, end);
  const writers = await mixWriters(start);
  await destroySpentKeys(end);
  return { round, beforeMix, inExchange, writers, ciphertext };
}

/** Table files and WAL that hold these bytes of an envelope. */
async function sealedIn(bytes: Uint8Array) {
  await asOwner("collector", "CHECKPOINT");
  const { tables, wal } = await serverFiles();
  return {
    tables: filesHolding([tables], [bytes]).found.length,
    wal: filesHolding([wal], [bytes]).found.length,
  };
}

let mixed: Awaited<ReturnType<typeof mixedWithCanary>>;
beforeAll(async () => {
  mixed = await mixedWithCanary();
});

test("an answer is nowhere in the clear: not in tables, WAL, server log, key directory or exchange file, before and after the mix", async () => {
  expect(mixed.beforeMix.canary).toEqual([]);
  expect(mixed.inExchange).toEqual([]);
  expect(await holding(canary, '{"answers":{')).toEqual([]);
  // The search bites: the sealed bytes themselves lay in the tables and the WAL.
  expect(mixed.beforeMix.ciphertext.tables).toBeGreaterThan(0);
  expect(mixed.beforeMix.ciphertext.wal).toBeGreaterThan(0);
});

test("broken on purpose, and caught: an answer kept in the clear", async () => {
  await asOwner("collector", "CREATE TABLE operator.kept (answers text)");
  await asOwner("collector", "INSERT INTO operator.kept VALUES ($1)", [`${canary}x`]);
  const found = await holding(canary);
  await asOwner("collector", "DROP TABLE operator.kept");
  expect(found.some((file) => file.includes("base"))).toBe(true);
  expect(found.some((file) => file.includes("pg_wal"))).toBe(true);
});

test("one transaction writes everything that a mix writes, in the rows and in the WAL", async () => {
  expect(mixed.writers).toEqual({ transactions: 1, commits: 1 });
  expect(await transactionLeaks(asOwner)).toEqual([]);
});

test("after the mix the inbox is gone from the disk, overflow and all", async () => {
  expect(await leftoverLeaks(asOwner)).toEqual([]);
  expect((await sealedIn(mixed.ciphertext)).tables).toBe(0);
});

test("the public receipts lie on the disk in no order but their own", async () => {
  expect(await receiptLeaks(asOwner)).toEqual([]);
});

test("broken on purpose, and caught: a result written in a second transaction", async () => {
  const start = await walPlace();
  await asOwner("collector", "INSERT INTO release.receipts VALUES ($1, 'reached', $2)", [
    Q1,
    Buffer.alloc(32),
  ]);
  expect(await mixWriters(start)).toEqual({ transactions: 1, commits: 1 });
  await asOwner("collector", "INSERT INTO release.receipts VALUES ($1, 'reached', $2)", [
    Q1,
    Buffer.alloc(32, 255),
  ]);
  expect(await mixWriters(start)).toEqual({ transactions: 2, commits: 2 });
  const leaks = [await transactionLeaks(asOwner), await receiptLeaks(asOwner)];
  await asOwner("collector", "DELETE FROM release.receipts WHERE hash IN ($1, $2)", [
    Buffer.alloc(32),
    Buffer.alloc(32, 255),
  ]);
  expect(leaks.map(({ length }) => length)).toEqual([1, 1]);
});

test("broken on purpose, and caught: DELETE instead of TRUNCATE", async () => {
  const row = "(3::smallint, $1::bytea, ''::bytea, $2::bytea, ''::bytea)";
  const bytes = randomBytes(60);
  const sealed = Buffer.concat([randomBytes(4000), bytes]);
  const slot = mixed.round.slot;
  const insert = `INSERT INTO collector.inbox VALUES ${row.replace("3", String(slot))}`;
  await asOwner("collector", insert, [randomBytes(104), sealed]);
  const kept = await leftoverLeaks(asOwner);
  await asOwner("collector", `DELETE FROM collector.inbox_${slot}`);
  const deleted = await leftoverLeaks(asOwner);
  const onDisk = await sealedIn(bytes);
  await asOwner("collector", `TRUNCATE collector.inbox_${slot}`);
  expect(kept).toHaveLength(1);
  expect(deleted).toHaveLength(1);
  expect(onDisk.tables).toBeGreaterThan(0);
  expect(await leftoverLeaks(asOwner)).toEqual([]);
  expect((await sealedIn(bytes)).tables).toBe(0);
});

test("broken on purpose, and caught: an envelope that was not padded", async () => {
  await answerRound(await roundOf(Q2), { unit: "A" });
  expect(await sizeFindings(asOwner, SEALED_LENGTHS)).toEqual({ leaks: [], sizes: { "4258": 1 } });
  const odd = "INSERT INTO collector.inbox VALUES (3, '\\x01', '', $1, '')";
  await asOwner("collector", odd, [randomBytes(700)]);
  expect((await sizeFindings(asOwner, SEALED_LENGTHS)).leaks).toHaveLength(1);
});

test("a refused duplicate leaves no value in the server log, and would with PostgreSQL's own settings", async () => {
  const message = randomBytes(40);
  const twice = (first: string) =>
    `${first} INSERT INTO collector.inbox SELECT 4, '\\x${message.toString("hex")}', '', '', '' FROM generate_series(1, 2)`;
  const { log } = await serverFiles();
  const logged = () => filesHolding([log], [Buffer.from(message.toString("hex"))]).found.length;
  await expect(asOwner("collector", twice(""))).rejects.toThrow(/duplicate/);
  expect(logged()).toBe(0);
  const talkative = "SET log_error_verbosity = 'default'; SET log_min_error_statement = 'error';";
  await expect(asOwner("collector", twice(talkative))).rejects.toThrow(/duplicate/);
  expect(logged()).toBe(1);
});

test("six quarters of 40 people: who lays the orders on the disk beside the counted answers links as many as by chance", async () => {
  const figures = await repeatedRounds(6, 40);
  for (const [view, { links }] of Object.entries(figures)) {
    expect(leaksOrder(links), view).toBe(false);
  }
});

test("broken on purpose, and caught: answers counted in the order in which they came", async () => {
  const arrival = Array.from({ length: 40 }, (_, person) => person);
  const mean = linksByOrder(arrival, arrival);
  expect(leaksOrder({ runs: 6, mean, standardError: 0 })).toBe(true);
});
