import { randomBytes, randomUUID } from "node:crypto";
import type { Prisma } from "@/generated/collector/client";
import type { AuditorActor, OperatorActor } from "@/lib/auth/actor";
import { sealFor, sizeFor } from "@/lib/coding/comment";
import { allCodings, blobName, textsToOpen, type WaitingTexts } from "@/lib/coding/data";
import { type Opened, openedPools } from "@/lib/coding/opening";
import type { PeeledTexts } from "@/lib/coding/peeled-texts";
import { CodingRefused } from "@/lib/coding/refused";
import { db } from "@/lib/db/clients";
import { unlessHeld } from "@/lib/db/unless-held";
import { codingCeremony, destroyCodingKey } from "@/lib/keys/coding-key";
import { keyDirectory } from "@/lib/keys/directory";
import { forgetAllOpened } from "@/lib/keys/opened";
import { seatsIn } from "@/lib/keys/rounds";
import type { Secret } from "@/lib/keys/unlock";
import { blobAad } from "@/lib/mixing/blob-aad";
import { MIX_LOCK } from "@/lib/mixing/data";
import { peeledLayer } from "@/lib/mixing/peel-rows";
import { shuffle } from "@/lib/mixing/shuffle";
import { openWaiting, sealTexts, TEXTS } from "@/lib/mixing/waiting-blobs";
import type { Quarter } from "@/lib/quarters/quarter";
import { RoundRefused } from "@/lib/rounds/state";
import type { CustodianKey } from "@/lib/sealing/open";
import { appendLog, noteKeyDestroyed } from "@/lib/transparency/mutations";

type Transaction = Prisma.TransactionClient;

const secureRandom = (n: number) => new Uint8Array(randomBytes(n));

/**
 * Custodian 2's half, of texts that were gathered for a round's keys: the outer layer off. What it gives is still
 * sealed to custodian 1. Needs no database. Throws `CodingRefused("unreadable")`.
 */
export function peelTextsGathered(
  round: Quarter,
  blob: Uint8Array,
  manifestHash: Uint8Array,
  key: CustodianKey,
): PeeledTexts {
  const sealed = peeledLayer(key, blob, blobAad(TEXTS, manifestHash));
  if (!sealed) throw new CodingRefused("unreadable");
  return { round, blob: blobName(blob), sealed };
}

/** Custodian 2's half where the database is at hand. Reads only. Throws `CodingRefused`. */
export async function peelTexts(
  _actor: OperatorActor | AuditorActor,
  key: CustodianKey,
): Promise<PeeledTexts> {
  const { round, blob } = await textsToOpen();
  return peelTextsGathered(round.quarter, blob, round.manifestHash, key);
}

/** The pools that leave the blob; `CodingRefused` when there are none, or what was peeled is not what waits. */
function leaving(waits: WaitingTexts, peeled: PeeledTexts, key: CustodianKey): Opened {
  const { round, blob, aad } = waits;
  if (peeled.round !== round.quarter || peeled.blob !== blobName(blob)) {
    throw new CodingRefused("outdated");
  }
  const { sealed } = peeled;
  const opened = openedPools(openWaiting(key, [{ kind: TEXTS, aad, sealed }], round.quarter).texts);
  if (opened.comments.length === 0) throw new CodingRefused("too-few");
  return opened;
}

/** The round must still take answers in: a peel of its mix that began before would carry the texts along twice. */
async function holdRound(tx: Transaction, { round, blob }: WaitingTexts): Promise<void> {
  const [row] = await tx.$queryRaw<{ state: string }[]>`
    SELECT state FROM release.rounds WHERE quarter = ${round.quarter} FOR SHARE`;
  const waits = await tx.sealed.findFirst({ where: { quarter: round.quarter, kind: TEXTS } });
  const same = waits !== null && blobName(waits.blob) === blobName(blob);
  if (!row || !["planned", "issuing", "grace"].includes(row.state) || !same) {
    throw new CodingRefused("outdated");
  }
}

/** Everything that waits is written anew in one transaction, so that what left the blob is gone from the disk. */
async function writeOpened(
  tx: Transaction,
  waits: WaitingTexts,
  opened: Opened,
  publicKey: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<void> {
  const { quarter, round } = waits;
  await holdRound(tx, waits);
  const others = await tx.sealed.findMany({ where: { kind: { not: TEXTS } } });
  await tx.$executeRaw`TRUNCATE mixing.sealed`;
  const rest = { quarter: round.quarter, ...sealTexts(opened.rest, round) };
  await tx.sealed.createMany({ data: [...others, rest] });
  const comments = shuffle(opened.comments, secureRandom);
  const pools = sealFor(publicKey, "pools", { quarter, id: "" }, [...opened.silent]);
  const size = sizeFor(comments);
  await tx.coding.create({
    data: { quarter, state: "open", publicKey, comments: comments.length, pools },
  });
  await tx.comment.createMany({
    data: comments.map((comment) => {
      const id = randomUUID();
      const sealed = sealFor(publicKey, "comment", { quarter, id }, comment, size);
      return { id, node: comment.node, sealed, state: "waiting" };
    }),
  });
  const nodes = [...new Set(comments.map(({ node }) => node))].sort();
  await appendLog(tx, now, "texts-opened", { quarter, comments: comments.length, nodes });
}

/**
 * Custodian 1's half: opens the texts, lays out those that may be read, each sealed to the coding's own key, and
 * seals the rest to both custodians again, all in one transaction. Returns how many comments wait for the desk.
 * Safe to repeat: a second run is refused. Throws `CodingRefused`, `KeyRefused`, `RoundRefused`.
 */
export async function openTexts(
  _actor: OperatorActor,
  peeled: PeeledTexts,
  secret: Secret,
  now: Date,
): Promise<number> {
  const dir = keyDirectory();
  let comments = 0;
  await unlessHeld("mixer", MIX_LOCK, new RoundRefused("mix-running"), async () => {
    const waits = await textsToOpen();
    const under = waits.round.quarter;
    const { roundKey, createKey } = await codingCeremony({ dir, under }, secret);
    const opened = leaving(waits, peeled, roundKey);
    const publicKey = new Uint8Array(createKey(waits.quarter).publicPoint);
    await db("mixer").$transaction((tx) => writeOpened(tx, waits, opened, publicKey, now), {
      maxWait: 30_000,
      timeout: 120_000,
    });
    comments = opened.comments.length;
  });
  return comments;
}

/**
 * Ends a coding whose key nobody can open any more: its comments are destroyed unread, the public log says so with
 * the reason, and the next texts can be opened. Safe to repeat; false when it was given up before. Throws
 * `CodingRefused`.
 */
export async function giveUpCoding(
  _actor: OperatorActor,
  quarter: Quarter,
  reason: string,
  now: Date,
): Promise<boolean> {
  const first = await db("mixer").$transaction(async (tx) => {
    // The row first: whoever comes second waits here, and then finds how it ended.
    const [row] = await tx.$queryRaw<{ state: string; comments: number }[]>`
      SELECT state, comments FROM redaction.codings WHERE quarter = ${quarter} FOR UPDATE`;
    if (row?.state === "given-up") return false;
    if (row?.state !== "open") throw new CodingRefused("no-coding");
    // The log before the state: the table takes it in no other order.
    await appendLog(tx, now, "texts-given-up", { quarter, comments: row.comments, reason });
    const data = { state: "given-up" };
    await tx.coding.update({ where: { quarter }, data, select: { quarter: true } });
    await tx.$executeRaw`TRUNCATE redaction.comments`;
    return true;
  });
  await destroyCodingKeys(now);
  return first;
}

/**
 * Destroys the keys of codings that are over, where custodian 1's keys lie, and notes it once: afterwards nobody opens
 * a comment, whatever is left of it in a log or a back-up. Finishes what an interrupted run left. Safe to repeat.
 */
export async function destroyCodingKeys(now: Date): Promise<void> {
  const dir = keyDirectory();
  if (!seatsIn(dir).includes(1)) return;
  for (const { quarter, state } of await allCodings()) {
    if (state === "open") continue;
    forgetAllOpened(quarter);
    destroyCodingKey({ dir, quarter });
    await noteKeyDestroyed(quarter, "coding", now);
  }
}
