import { expect } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { openCoding } from "@/lib/coding/data";
import { openTexts, peelTexts } from "@/lib/coding/mutations";
import type { CodingReason } from "@/lib/coding/refused";
import { keyDirectory } from "@/lib/keys/directory";
import { unlockCodingKey } from "@/lib/keys/unlock";
import { blobAad } from "@/lib/mixing/blob-aad";
import { peeledLayer } from "@/lib/mixing/peel-rows";
import { openWaiting, TEXTS } from "@/lib/mixing/waiting-blobs";
import { type DeskComment, deskRows, nextComment } from "@/lib/redaction/data";
import { approveWork, saveWork } from "@/lib/redaction/mutations";
import { asOwner } from "../../support/databases";
import { atNoon, bothKeys, operator, Q2, roundOf, SECRETS } from "../../support/round";

export const NOW = atNoon("2026-04-10");
export const [ida, nils] = [
  commandLineActor("operator", "Ida"),
  commandLineActor("operator", "Nils"),
];

export const refused = (reason: CodingReason) => expect.objectContaining({ reason });
export const rows = () => asOwner("collector", "SELECT * FROM redaction.comments ORDER BY id");
export const waiting = () =>
  asOwner<{ kind: string; blob: Buffer }>("collector", "SELECT * FROM mixing.sealed ORDER BY kind");

export async function peeled() {
  const [, second] = await bothKeys(Q2);
  return peelTexts(operator(), second);
}

export async function opened(): Promise<void> {
  await openTexts(operator(), await peeled(), SECRETS[0], NOW);
}

export async function desk() {
  const coding = await openCoding();
  if (!coding) throw new Error("no coding is open");
  const dir = keyDirectory();
  const key = await unlockCodingKey({ dir, quarter: coding.quarter }, SECRETS[0]);
  return { ...coding, key };
}

type Desk = Awaited<ReturnType<typeof desk>>;

export async function next(who: typeof ida, at: Desk): Promise<DeskComment> {
  const comment = await nextComment(who, at, await deskRows(who));
  if (!comment) throw new Error("nothing waits for this reader");
  return comment;
}

/** One reader codes everything, another approves it. */
export async function readByTwo(at: Desk): Promise<void> {
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
export async function stillWaiting() {
  const [first, second] = await bothKeys(Q2);
  const aad = blobAad(TEXTS, (await roundOf(Q2)).manifestHash);
  const blob = (await waiting()).find(({ kind }) => kind === TEXTS)?.blob ?? Buffer.alloc(0);
  const sealed = peeledLayer(second, blob, aad) ?? new Uint8Array();
  return openWaiting(first, [{ kind: TEXTS, aad, sealed }], Q2).texts;
}
