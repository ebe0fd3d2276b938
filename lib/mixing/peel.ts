import type { KeyObject } from "node:crypto";
import { readPrepared } from "@/lib/credential/message";
import { coversAnswer, issuerPublicKey, verifyCredential } from "@/lib/credential/verify";
import { isQuarter } from "@/lib/quarters/quarter";
import type { Manifest } from "@/lib/rounds/manifest";
import { sameBytes } from "@/lib/sealing/bytes";
import { SEALED_LENGTHS } from "@/lib/sealing/envelope";
import { type CustodianKey, EnvelopeRefused, openEnvelope } from "@/lib/sealing/open";
import type { Exchange, PeeledBlob } from "./exchange";
import { type Random, shuffle } from "./shuffle";

/** A row of the inbox: the prepared message, its signature, the sealed answer, SHA-256 of the receipt. */
export type InboxRow = {
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly sealed: Uint8Array;
  readonly withdrawalHash: Uint8Array;
};

/** Something an earlier mix sealed for this round's keys: totals or texts. `aad`: what it was sealed with. */
export type WaitingBlob = {
  readonly kind: string;
  readonly aad: Uint8Array;
  readonly sealed: Uint8Array;
};

export type PeelInput = {
  readonly manifest: Manifest;
  readonly manifestHash: Uint8Array;
  /** Custodian 2's key for the round. */
  readonly key: CustodianKey;
  /** The inbox in batches, in any order; it need never be in memory as a whole. */
  readonly inbox: AsyncIterable<readonly InboxRow[]> | Iterable<readonly InboxRow[]>;
  /** SHA-256 of the receipts that were withdrawn. */
  readonly withdrawn: Iterable<Uint8Array>;
  /** Answers carried over from a round with fewer than ten, sealed for this one. */
  readonly carried?: Iterable<Uint8Array>;
  readonly blobs?: Iterable<WaitingBlob>;
  readonly random: Random;
  /** Called after each batch with the rows done so far; a promise is awaited, so that others get a turn. */
  readonly onProgress?: (done: number) => void | Promise<void>;
};

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** One layer off; null when it does not open. */
function peeled(key: CustodianKey, sealed: Uint8Array, aad: Uint8Array): Uint8Array | null {
  try {
    return openEnvelope(key, sealed, aad);
  } catch (error) {
    if (error instanceof EnvelopeRefused) return null;
    throw error;
  }
}

/** An answer's inner envelope; null when it is not of an answer's size or does not open. */
function innerOf({ key, manifestHash }: PeelInput, sealed: Uint8Array): Uint8Array | null {
  return SEALED_LENGTHS.includes(sealed.length) ? peeled(key, sealed, manifestHash) : null;
}

/** Whether a row carries this round's credential, made for this answer: a collector can neither stuff the box nor swap. */
function entitled(row: InboxRow, manifestHash: Uint8Array, issuer: KeyObject): boolean {
  const said = readPrepared(row.message);
  return (
    said !== null &&
    sameBytes(said.manifestHash, manifestHash) &&
    row.withdrawalHash.length === 32 &&
    coversAnswer(said.digest, row) &&
    verifyCredential(issuer, row.message, row.signature)
  );
}

/** The inbox, row by row: entitled, not seen before, not withdrawn, opens. */
async function peelInbox(input: PeelInput) {
  const issuer = issuerPublicKey(input.manifest.issuerKey);
  const leaveOut = new Set(Array.from(input.withdrawn, hexOf));
  const seen = new Set<string>();
  const envelopes: Uint8Array[] = [];
  const receipts: string[] = [];
  const counts = { received: 0, withdrawn: 0, dropped: 0 };

  const place = (row: InboxRow): "withdrawn" | "dropped" | null => {
    const message = hexOf(row.message);
    if (seen.has(message) || !entitled(row, input.manifestHash, issuer)) return "dropped";
    seen.add(message);
    const receipt = hexOf(row.withdrawalHash);
    if (leaveOut.has(receipt)) return "withdrawn";
    const inner = innerOf(input, row.sealed);
    if (inner === null) return "dropped";
    envelopes.push(inner);
    receipts.push(receipt);
    return null;
  };

  for await (const rows of input.inbox) {
    for (const row of rows) {
      counts.received += 1;
      const left = place(row);
      if (left !== null) counts[left] += 1;
    }
    await input.onProgress?.(counts.received);
  }
  return { envelopes, receipts, counts };
}

function peelBlobs(input: PeelInput): { blobs: PeeledBlob[]; lostBlobs: number } {
  const waiting = [...(input.blobs ?? [])];
  const blobs = waiting.flatMap(({ kind, aad, sealed }) => {
    const inner = peeled(input.key, sealed, aad);
    return inner === null ? [] : [{ kind, aad, sealed: inner }];
  });
  return { blobs: shuffle(blobs, input.random), lostBlobs: waiting.length - blobs.length };
}

/**
 * Custodian 2's half of the mix (design 2, step 10): verifies every credential again, leaves withdrawn
 * answers out, takes the outer layer off and shuffles. Nothing here can read an answer.
 */
export async function peel(input: PeelInput): Promise<Exchange> {
  const { quarter } = input.manifest;
  if (!isQuarter(quarter)) throw new RangeError("the manifest names no quarter");
  const { envelopes, receipts, counts } = await peelInbox(input);
  const carried = Array.from(input.carried ?? [], (sealed) => innerOf(input, sealed));
  const opened = carried.filter((inner) => inner !== null);
  const { blobs, lostBlobs } = peelBlobs(input);
  const shuffled = shuffle([...envelopes, ...opened], input.random);
  return {
    quarter,
    manifestHash: hexOf(input.manifestHash),
    counts: {
      ...counts,
      dropped: counts.dropped + carried.length - opened.length,
      carried: carried.length,
      lostBlobs,
    },
    receipts: receipts.sort(),
    // Sorting is stable: the order within a size stays the drawn one.
    envelopes: shuffled.sort((a, b) => a.length - b.length),
    blobs,
  };
}
