import type { KeyObject } from "node:crypto";
import { readPrepared } from "@/lib/credential/message";
import { coversAnswer, verifyCredential } from "@/lib/credential/verify";
import { db } from "@/lib/db/clients";
import { ask } from "@/lib/db/statement";
import { together } from "@/lib/db/together";
import { mayStillCount } from "@/lib/rounds/state";
import { SEALED_LENGTHS } from "@/lib/sealing/envelope";

/** A round that may still receive, as the collector holds it in memory. */
export type ReceivingRound = {
  readonly slot: number;
  readonly manifestHash: Uint8Array;
  readonly issuerKey: KeyObject;
};

export type SealedAnswer = {
  readonly message: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly withdrawalHash: Uint8Array<ArrayBuffer>;
};

export type Reception = "stored" | "malformed" | "bad-credential" | "round-changed";

const STATE_OF = {
  name: "state-of-round",
  text: "SELECT state FROM release.rounds WHERE manifest_hash = $1",
};

const stateOf = together(async (manifestHash: string): Promise<string | undefined> => {
  const values = [Buffer.from(manifestHash, "hex")];
  return (await ask<{ state: string }>("reader", STATE_OF, values))[0]?.state;
});

/**
 * Whether what was just stored is ahead of the mix. Asked of the database after the insert, never of memory:
 * an insert may have waited for the mix's own lock, and then it landed in an inbox that was emptied already.
 */
async function reachesTheMix(manifestHash: Uint8Array): Promise<boolean> {
  const state = await stateOf(Buffer.from(manifestHash).toString("hex"));
  return state !== undefined && mayStillCount(state);
}

const STORE = {
  name: "store-answer",
  text: `
    INSERT INTO collector.inbox (slot, message, signature, sealed, withdrawal_hash)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
};

/**
 * Step 8: verifies and stores. "stored" means now or before: only the message is unique, and an
 * INSERT-only role cannot tell which. What is "stored" is never thrown away.
 */
export async function receiveAnswer(
  answer: SealedAnswer,
  receiving: readonly ReceivingRound[],
): Promise<Reception> {
  const prepared = readPrepared(answer.message);
  if (!prepared || !SEALED_LENGTHS.includes(answer.sealed.length)) return "malformed";
  if (answer.withdrawalHash.length !== 32) return "malformed";
  const round = receiving.find(
    (one) => Buffer.compare(one.manifestHash, prepared.manifestHash) === 0,
  );
  if (!round) return "round-changed";
  if (!coversAnswer(prepared.digest, answer)) return "bad-credential";
  if (!verifyCredential(round.issuerKey, answer.message, answer.signature)) return "bad-credential";
  const { message, signature, sealed, withdrawalHash } = answer;
  await ask("collector", STORE, [round.slot, message, signature, sealed, withdrawalHash]);
  return (await reachesTheMix(round.manifestHash)) ? "stored" : "round-changed";
}

/**
 * Asks for an answer to be left out of every round that still receives; of the newest it may have been carried
 * over to. Nobody learns whether it was there. What is kept is the receipt itself (`receiptBytes`): its hash lies
 * in the inbox, so a hash would let whoever reads the inbox withdraw for others.
 * "round-changed" when one of the rounds was mixed before the request was in: it may have come too late for it.
 */
export async function withdraw(
  receipt: Uint8Array<ArrayBuffer>,
  receiving: readonly ReceivingRound[],
): Promise<"noted" | "round-changed"> {
  for (const { slot } of receiving) {
    await db("collector").$executeRaw`
      INSERT INTO collector.withdrawn (slot, receipt) VALUES (${slot}, ${receipt}) ON CONFLICT DO NOTHING`;
  }
  const ahead = await Promise.all(receiving.map((round) => reachesTheMix(round.manifestHash)));
  return ahead.every(Boolean) ? "noted" : "round-changed";
}
