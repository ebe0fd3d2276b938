import { generateKeyPairSync } from "node:crypto";
import { readdirSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { destroyCodingKeys } from "@/lib/coding/mutations";
import { db } from "@/lib/db/clients";
import { keyDirectory } from "@/lib/keys/directory";
import { approveWork, saveWork, sendBack } from "@/lib/redaction/mutations";
import { allParaphrases, allThemes } from "@/lib/releases/data";
import { pointOf } from "@/lib/sealing/point";
import { finishCoding } from "@/lib/themes/mutations";
import { themesHash } from "@/lib/themes/release-hash";
import { firstTableFault, readLog } from "@/lib/transparency/data";
import { asOwner, cleanDatabases } from "../../support/databases";
import { PASSPHRASES, Q1 } from "../../support/round";
import { layTexts, pool } from "../../support/waiting-texts";

import { desk, ida, NOW, next, nils, opened, readByTwo, refused, rows } from "./desk";

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

test("themes or a paraphrase that somebody changes afterwards are not those that the log names", async () => {
  expect(await firstTableFault(await readLog())).toBeNull();
  const changes = [
    ["UPDATE release.themes SET n = n + 1", "UPDATE release.themes SET n = n - 1"],
    [
      "UPDATE release.paraphrases SET text = text || '!' WHERE place = 1",
      "UPDATE release.paraphrases SET text = rtrim(text, '!') WHERE place = 1",
    ],
  ] as const;
  for (const [harm, repair] of changes) {
    await asOwner("collector", harm);
    const fault = await firstTableFault(await readLog());
    await asOwner("collector", repair);
    expect(fault).toMatchObject({ reason: "reading-changed" });
  }
  expect(await firstTableFault(await readLog())).toBeNull();
});
