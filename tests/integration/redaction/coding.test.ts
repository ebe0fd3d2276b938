import { generateKeyPairSync } from "node:crypto";
import { readdirSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { openCoding } from "@/lib/coding/data";
import { destroyCodingKeys, openTexts, peelTexts } from "@/lib/coding/mutations";
import { type CodingReason, CodingRefused } from "@/lib/coding/refused";
import { db } from "@/lib/db/clients";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockCodingKey } from "@/lib/keys/unlock";
import { blobAad } from "@/lib/mixing/blob-aad";
import { peeledLayer } from "@/lib/mixing/peel-rows";
import { openWaiting, TEXTS } from "@/lib/mixing/waiting-blobs";
import { type DeskComment, deskRows, nextComment } from "@/lib/redaction/data";
import { approveWork, saveWork, sendBack } from "@/lib/redaction/mutations";
import { allParaphrases, allThemes } from "@/lib/releases/data";
import { pointOf } from "@/lib/sealing/point";
import { finishCoding } from "@/lib/themes/mutations";
import { themesHash } from "@/lib/themes/release-hash";
import { readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import {
  atNoon,
  bothKeys,
  operator,
  PASSPHRASES,
  Q1,
  Q2,
  roundOf,
  SECRETS,
} from "../../support/round";
import { layTexts, pool } from "../../support/waiting-texts";

const NOW = atNoon("2026-04-10");
const [ida, nils] = [commandLineActor("operator", "Ida"), commandLineActor("operator", "Nils")];

const refused = (reason: CodingReason) => expect.objectContaining({ reason });
const rows = () => asOwner("collector", "SELECT * FROM redaction.comments ORDER BY id");
const waiting = () =>
  asOwner<{ kind: string; blob: Buffer }>("collector", "SELECT * FROM mixing.sealed ORDER BY kind");

async function peeled() {
  const [, second] = await bothKeys(Q2);
  return peelTexts(operator(), second);
}

async function opened(): Promise<void> {
  await openTexts(operator(), await peeled(), SECRETS[0], NOW);
}

async function desk() {
  const coding = await openCoding();
  if (!coding) throw new Error("no coding is open");
  const dir = keyDirectory();
  const key = await unlockCodingKey({ dir, quarter: coding.quarter }, SECRETS[0]);
  return { ...coding, key };
}

type Desk = Awaited<ReturnType<typeof desk>>;

async function next(who: typeof ida, at: Desk): Promise<DeskComment> {
  const comment = await nextComment(who, at, await deskRows(who));
  if (!comment) throw new Error("nothing waits for this reader");
  return comment;
}

/** One reader codes everything, another approves it. */
async function readByTwo(at: Desk): Promise<void> {
  const unread = (await deskRows(ida)).filter(({ state }) => state === "waiting").length;
  for (let n = 0; n < unread; n += 1) {
    const comment = await readUnread(at);
    const codes = n % 2 ? ["workload"] : ["pay", "heard"];
    await saveWork(ida, at, comment.id, "", { codes, paraphrase: n ? null : "Tiden räckte inte." });
  }
  for (const { state } of await deskRows(nils)) {
    if (state === "approved") continue;
    const { id, seen } = await next(nils, at);
    await approveWork(nils, id, seen);
  }
}

async function readUnread(at: Desk): Promise<DeskComment> {
  const comment = await next(ida, at);
  expect([comment.task, comment.work]).toEqual(["code", null]);
  return comment;
}

/** What still waits, opened with both custodians' keys as the next mix does. */
async function stillWaiting() {
  const [first, second] = await bothKeys(Q2);
  const aad = blobAad(TEXTS, (await roundOf(Q2)).manifestHash);
  const blob = (await waiting()).find(({ kind }) => kind === TEXTS)?.blob ?? Buffer.alloc(0);
  const sealed = peeledLayer(second, blob, aad) ?? new Uint8Array();
  return openWaiting(first, [{ kind: TEXTS, aad, sealed }], Q2).texts;
}

describe("texts are opened by both custodians", () => {
  beforeEach(cleanDatabases);

  test("only where ten wrote among thirty, and what stays is sealed to both again", async () => {
    const rest = [pool("region", "leaver", 9, 40), pool("region", "retiree", 11, 5)];
    await layTexts([pool("group:town", "leaver", 12, 20), ...rest]);
    await opened();
    const found = await rows();
    expect(found.map(({ node, state, work }) => [node, state, work])).toEqual(
      Array.from({ length: 12 }, () => ["group:town", "waiting", null]),
    );
    expect(new Set(found.map(({ sealed }) => sealed.length))).toEqual(new Set([4177]));
    expect(await stillWaiting()).toEqual(rest);
    expect((await waiting()).map(({ kind }) => kind)).toEqual(["texts", "totals"]);
    const told = (await readLog()).filter(({ kind }) => kind === "texts-opened");
    expect(told.map(({ content }) => JSON.parse(content))).toEqual([
      { quarter: Q1, comments: 12, nodes: ["group:town"] },
    ]);
  });

  test("where nobody may be read yet nothing is opened, written or told", async () => {
    await layTexts([pool("group:town", "leaver", 9, 90), pool("region", "leaver", 12, 17)]);
    const before = await waiting();
    await expect(opened()).rejects.toEqual(refused("too-few"));
    expect([await rows(), await waiting(), await openCoding()]).toEqual([[], before, null]);
    expect((await readLog()).filter(({ kind }) => kind === "texts-opened")).toEqual([]);
  });

  test("once after each mix: a second time is refused, and of two at once one opens", async () => {
    await layTexts([pool("group:town", "leaver", 12, 20)]);
    const one = await peeled();
    const both = await Promise.allSettled([
      openTexts(operator(), one, SECRETS[0], NOW),
      openTexts(operator(), one, SECRETS[0], NOW),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await rows()).toHaveLength(12);
    await expect(openTexts(operator(), one, SECRETS[0], NOW)).rejects.toEqual(
      refused("coding-open"),
    );
    expect((await desk()).comments).toBe(12);
  });

  test("not once the round they wait for has stopped receiving, and not from an older peel", async () => {
    await layTexts([pool("group:town", "leaver", 12, 20)]);
    const one = await peeled();
    await asOwner("collector", "UPDATE release.rounds SET state = 'closed' WHERE quarter = $1", [
      Q2,
    ]);
    await expect(openTexts(operator(), one, SECRETS[0], NOW)).rejects.toEqual(refused("not-now"));
    await asOwner("collector", "UPDATE release.rounds SET state = 'planned' WHERE quarter = $1", [
      Q2,
    ]);
    const other = { ...one, blob: "0".repeat(64) };
    await expect(openTexts(operator(), other, SECRETS[0], NOW)).rejects.toEqual(
      refused("outdated"),
    );
    expect(await rows()).toEqual([]);
  });

  test("a wrong passphrase opens nothing and changes nothing", async () => {
    await layTexts([pool("group:town", "leaver", 12, 20)]);
    const wrong = openTexts(operator(), await peeled(), { passphrase: "fel" }, NOW);
    await expect(wrong).rejects.toMatchObject({ reason: "wrong-passphrase" });
    expect([await rows(), await openCoding()]).toEqual([[], null]);
  });
});

describe("two people read every comment", () => {
  beforeAll(async () => {
    await cleanDatabases();
    await layTexts([pool("group:town", "leaver", 10, 25)]);
    await opened();
  });

  test("nobody approves what they coded themselves, and the table refuses it as well", async () => {
    const at = await desk();
    const { id, seen } = await next(ida, at);
    await saveWork(ida, at, id, seen, { codes: ["pay"], paraphrase: null });
    const row = async () => (await rows()).find((one) => one["id"] === id);
    const work = (await row())?.["work"];
    const name = (await next(nils, at)).seen;
    await expect(approveWork(ida, id, name)).rejects.toEqual(refused("own-work"));
    const operators = db("operator").comment;
    const own = operators.updateMany({
      where: { id },
      data: { state: "approved", approvedBy: ida.user },
    });
    await expect(own).rejects.toThrow(/two_people/);
    const unread = operators.updateMany({
      where: { state: "waiting" },
      data: { state: "approved", work, codedBy: nils.user, approvedBy: ida.user },
    });
    await expect(unread).rejects.toThrow(/coded before/);
    await approveWork(nils, id, name);
  });

  test("what was sent back comes back to its reader with the reason, and what is approved never changes", async () => {
    const at = await desk();
    const unread = await next(ida, at);
    await saveWork(ida, at, unread.id, unread.seen, { codes: ["pay"], paraphrase: "Lönen." });
    const coded = await next(nils, at);
    await sendBack(nils, at, coded, "Det handlar om schemat.");
    const back = await next(ida, at);
    expect([back.id, back.task, back.work]).toEqual([
      unread.id,
      "code",
      { codes: ["pay"], paraphrase: "Lönen.", reason: "Det handlar om schemat." },
    ]);
    await saveWork(ida, at, back.id, back.seen, { codes: ["hours"], paraphrase: null });
    // What the second reader saw before the change is not what would be approved.
    await expect(approveWork(nils, coded.id, coded.seen)).rejects.toEqual(refused("changed"));
    const again = await next(nils, at);
    expect(again.work).toEqual({ codes: ["hours"], paraphrase: null, reason: null });
    await approveWork(nils, again.id, again.seen);
    const late = saveWork(ida, at, again.id, again.seen, { codes: ["pay"], paraphrase: null });
    await expect(late).rejects.toEqual(refused("changed"));
    await expect(
      db("operator").comment.updateMany({
        where: { id: again.id },
        data: { state: "coded", approvedBy: null },
      }),
    ).rejects.toThrow(/stays as they left it/);
  });

  test("what readers write lies sealed, like what they read", async () => {
    const at = await desk();
    const { id, seen } = await next(ida, at);
    await saveWork(ida, at, id, seen, { codes: ["pay"], paraphrase: "En omskrivning" });
    const stored = JSON.stringify(await rows());
    expect(stored).not.toMatch(/omskrivning|hann|pay/);
    expect(PASSPHRASES.some((one) => stored.includes(one))).toBe(false);
  });

  test("a coding ends once, when another has approved each comment; then themes are out and the comments gone", async () => {
    const at = await desk();
    await expect(finishCoding(ida, Q1, at.key, NOW)).rejects.toEqual(refused("not-approved"));
    await readByTwo(at);
    const both = await Promise.allSettled([
      finishCoding(ida, Q1, at.key, NOW),
      finishCoding(nils, Q1, at.key, NOW),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [table, ...more] = await allThemes();
    expect([table?.n, table?.from, table?.to, more]).toEqual([35, Q1, Q1, []]);
    const places = (await allParaphrases()).map(({ node, place }) => [node, place]);
    expect(places).toEqual([1, 2].map((place) => ["group:town", place]));
    expect(await rows()).toEqual([]);
    expect(readdirSync(keyDirectory()).filter((name) => name.includes("coding"))).toEqual([]);
  });

  test("the noise was drawn once and stands in the log with what was destroyed: nothing changes it", async () => {
    const [themes, paraphrases] = [await allThemes(), await allParaphrases()];
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const any = { custodian: 1, privateKey, publicPoint: pointOf(privateKey) } as const;
    await expect(finishCoding(ida, Q1, any, NOW)).rejects.toEqual(refused("no-coding"));
    await destroyCodingKeys(NOW);
    expect(await allThemes()).toEqual(themes);
    const log = (await readLog()).slice(-2).map(({ kind, content }) => [kind, JSON.parse(content)]);
    const release = await themesHash({ themes, paraphrases });
    expect(log).toEqual([
      ["redacted", { quarter: Q1, comments: 10, themes: 1, paraphrases: 2, release }],
      ["key-destroyed", { quarter: Q1, of: "coding" }],
    ]);
  });
});

test("a refusal says why, and nothing of what was written", () => {
  expect(new CodingRefused("changed").message).toBe("coding: changed");
});
