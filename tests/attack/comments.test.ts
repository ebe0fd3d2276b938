import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { filesHolding } from "@/lib/attack/data";
import { leaksOrder, linksByOrder, measured } from "@/lib/attack/order";
import { commentLeaks } from "@/lib/attack/physical";
import { commandLineActor } from "@/lib/auth/command-line";
import { removeTextsFile, textsPlace, writeTextsFile } from "@/lib/cli/texts-file";
import { sealFor, sizeFor } from "@/lib/coding/comment";
import { openCoding } from "@/lib/coding/data";
import { openTexts, peelTexts } from "@/lib/coding/mutations";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockCodingKey } from "@/lib/keys/unlock";
import { deskRows, readComment } from "@/lib/redaction/data";
import { approveWork, saveWork } from "@/lib/redaction/mutations";
import { allThemes } from "@/lib/releases/data";
import { finishCoding } from "@/lib/themes/mutations";
import { asOwner, cleanDatabases } from "../support/databases";
import { atNoon, bothKeys, operator, Q1, Q2, SECRETS } from "../support/round";
import { layTexts, pool } from "../support/waiting-texts";
import { installationDirectory, serverFiles } from "./support/backup";
import { needlesOf } from "./support/needles";

const NOW = atNoon("2026-04-10");
const [ida, nils] = [commandLineActor("operator", "Ida"), commandLineActor("operator", "Nils")];
const raw = `kanarie${randomBytes(12).toString("hex")}`;
const draft = `utkast${randomBytes(12).toString("hex")}`;
const town = pool("group:town", "leaver", 24, 10, raw);

/** Files of the installation, of both databases, their WAL and the server's log that hold a text in any form. */
async function holding(...secrets: string[]): Promise<readonly string[]> {
  await asOwner("collector", "CHECKPOINT");
  const { data, log } = await serverFiles();
  const places = [installationDirectory(), data, log];
  return filesHolding(places, secrets.flatMap(needlesOf)).found;
}

const rowsOnDisk = () =>
  asOwner<{ id: string; sealed: Buffer }>(
    "collector",
    "SELECT id, sealed FROM redaction.comments ORDER BY ctid",
  );

async function desk() {
  const coding = await openCoding();
  if (!coding) throw new Error("no coding is open");
  const key = await unlockCodingKey({ dir: keyDirectory(), quarter: coding.quarter }, SECRETS[0]);
  return { ...coding, key };
}

/** A whole reading: what an attacker could look at before, while and after. */
async function readThrough() {
  await cleanDatabases();
  await layTexts([town, pool("region", "leaver", 9, 60, raw)]);
  const before = await holding(raw);
  const [, second] = await bothKeys(Q2);
  const peeled = await peelTexts(operator(), second);
  writeTextsFile(textsPlace(Q2), peeled);
  await openTexts(operator(), peeled, SECRETS[0], NOW);
  removeTextsFile(textsPlace(Q2));
  const laid = await rowsOnDisk();
  const at = await desk();
  const order: string[] = [];
  for (const { id } of laid) {
    const shown = await readComment(ida, at, id);
    order.push(shown?.comment.texts["words"] ?? "");
    await saveWork(ida, at, id, "", { codes: ["workload"], paraphrase: `${draft} ${id}` });
  }
  const during = await holding(raw, draft);
  for (const { id } of await deskRows(nils)) {
    const shown = await readComment(nils, at, id);
    if (shown) await approveWork(nils, id, shown.seen);
  }
  const alone = await finishCoding(ida, Q1, at.key, NOW).then(() => "finished");
  return { before, during, laid, order, alone };
}

let read: Awaited<ReturnType<typeof readThrough>>;
beforeAll(async () => {
  read = await readThrough();
});

test("what somebody wrote is nowhere in the clear: not in tables, WAL, server log, key directory or the custodians' file, before, while and after it is read", async () => {
  expect([read.before, read.during, read.alone]).toEqual([[], [], "finished"]);
  expect(await holding(raw)).toEqual([]);
  // The search bites: an approved paraphrase is public, and is found.
  expect(await holding(draft)).not.toEqual([]);
});

test("broken on purpose, and caught: a comment kept in the clear while it is read", async () => {
  await asOwner("collector", "CREATE TABLE operator.desk (text text)");
  await asOwner("collector", "INSERT INTO operator.desk VALUES ($1)", [`${raw} x`]);
  const found = await holding(raw);
  await asOwner("collector", "DROP TABLE operator.desk");
  expect(found.some((file) => file.includes("base"))).toBe(true);
});

test("after the end the comments are gone from the disk, and their key with them", async () => {
  const sealed = read.laid.map((row) => row.sealed.subarray(100, 160));
  const { tables } = await serverFiles();
  expect(filesHolding([tables], sealed).found).toEqual([]);
  expect(await commentLeaks(asOwner)).toEqual([]);
  const key = unlockCodingKey({ dir: keyDirectory(), quarter: Q1 }, SECRETS[0]);
  await expect(key).rejects.toMatchObject({ reason: "no-key" });
});

const COMMENT = "INSERT INTO redaction.comments VALUES ($1, 'region', $2, 'waiting')";
const someId = "6f0c1f0e-6f3b-4c3a-9b1e-0a7d1f7f2a11";

test("broken on purpose, and caught: comments deleted instead of truncated", async () => {
  const bytes = randomBytes(4000);
  await asOwner("collector", COMMENT, [someId, bytes]);
  await asOwner("collector", "DELETE FROM redaction.comments");
  const leaks = await commentLeaks(asOwner);
  const { tables } = await serverFiles();
  await asOwner("collector", "CHECKPOINT");
  const found = filesHolding([tables], [bytes.subarray(100, 160)]).found;
  await asOwner("collector", "TRUNCATE redaction.comments");
  expect([leaks.length, found.length > 0]).toEqual([1, true]);
});

test("comments lie on the disk in one size and in no order of theirs", () => {
  const written = town.texts.map((one) => one["words"] ?? "");
  expect([...read.order].sort()).toEqual([...written].sort());
  expect(new Set(read.laid.map(({ sealed }) => sealed.length))).toEqual(new Set([4177]));
  const links = linksByOrder(written, read.order);
  expect(leaksOrder(measured([links]))).toBe(false);
});

test("broken on purpose, and caught: comments laid down sorted, each in its own size", async () => {
  const written = town.texts.map((one) => one["words"] ?? "");
  const links = linksByOrder(written, written);
  expect(leaksOrder(measured([links]))).toBe(true);
  const [first] = await bothKeys(Q2);
  const place = { quarter: Q1, id: someId };
  const comment = (words: string) =>
    ({ node: "region", series: "leaver", texts: { words } }) as const;
  const both = [comment("kort"), comment("lång ".repeat(1000))];
  const own = both.map((one) => sealFor(first.publicPoint, "comment", place, one, sizeFor([one])));
  const alike = both.map((one) => sealFor(first.publicPoint, "comment", place, one, sizeFor(both)));
  expect(new Set(own.map(({ length }) => length)).size).toBe(2);
  expect(new Set(alike.map(({ length }) => length)).size).toBe(1);
});

test("the themes' noise is drawn once: every reading gives the same figures", async () => {
  const first = await allThemes();
  expect(first).toHaveLength(1);
  expect(await allThemes()).toEqual(first);
});
