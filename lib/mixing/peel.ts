import { isQuarter } from "@/lib/quarters/quarter";
import type { Manifest } from "@/lib/rounds/manifest";
import { PEELED_LENGTHS } from "@/lib/sealing/envelope";
import type { CustodianKey } from "@/lib/sealing/open";
import type { Exchange, PeeledBlob } from "./exchange";
import { type InboxRow, innerOf, type PeeledRow, peeledLayer } from "./peel-rows";
import { type Random, shuffle } from "./shuffle";
import { type Shelf, shuffledEnvelopes } from "./shuffled-envelopes";
import { type Batches, inThisThread, type Run } from "./steps";

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
  /** The inbox in batches, in any order; it is never in memory as a whole. */
  readonly inbox: Batches<readonly InboxRow[]>;
  /** SHA-256 of the receipts that were withdrawn. */
  readonly withdrawn: Iterable<Uint8Array>;
  /** Answers carried over from a round with fewer than ten, sealed for this one. */
  readonly carried?: Iterable<Uint8Array>;
  readonly blobs?: Iterable<WaitingBlob>;
  readonly random: Random;
  /** Where the inner envelopes of a length lie until they are handed on; called once for each. */
  readonly shelf: (length: number) => Shelf;
  /** Where the rows are verified and opened; in the asking thread unless told otherwise. */
  readonly run?: Run;
  /** Called after each batch with the rows done so far; a promise is awaited, so that others get a turn. */
  readonly onProgress?: (done: number) => void | Promise<void>;
};

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** The inbox, row by row: entitled, not seen before, not withdrawn, opens. */
async function peelInbox(input: PeelInput, keep: (inner: Uint8Array) => void) {
  const { key, manifestHash, run = inThisThread } = input;
  const context = { key, manifestHash, issuerKey: input.manifest.issuerKey };
  const leaveOut = new Set(Array.from(input.withdrawn, hexOf));
  const seen = new Set<string>();
  const receipts: string[] = [];
  const counts = { received: 0, withdrawn: 0, dropped: 0 };

  const place = (row: PeeledRow | null): "withdrawn" | "dropped" | null => {
    if (row === null) return "dropped";
    const message = Buffer.from(row.message).toString("latin1");
    if (seen.has(message)) return "dropped";
    seen.add(message);
    const receipt = hexOf(row.withdrawalHash);
    if (leaveOut.has(receipt)) return "withdrawn";
    if (row.inner === null) return "dropped";
    keep(row.inner);
    receipts.push(receipt);
    return null;
  };

  for await (const rows of run("peel", context, input.inbox)) {
    for (const row of rows) {
      counts.received += 1;
      const left = place(row);
      if (left !== null) counts[left] += 1;
    }
    await input.onProgress?.(counts.received);
  }
  return { receipts: receipts.sort(), counts };
}

function peelBlobs(input: PeelInput): { blobs: PeeledBlob[]; lostBlobs: number } {
  const waiting = [...(input.blobs ?? [])];
  const blobs = waiting.flatMap(({ kind, aad, sealed }) => {
    const inner = peeledLayer(input.key, sealed, aad);
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
  const shelves = PEELED_LENGTHS.map((length) => input.shelf(length));
  const keep = (inner: Uint8Array) => shelves[PEELED_LENGTHS.indexOf(inner.length)]?.add(inner);
  const { receipts, counts } = await peelInbox(input, keep);
  const carried = Array.from(input.carried ?? [], (sealed) => innerOf(input, sealed));
  const opened = carried.filter((inner) => inner !== null);
  for (const inner of opened) keep(inner);
  const { blobs, lostBlobs } = peelBlobs(input);
  return {
    quarter,
    manifestHash: hexOf(input.manifestHash),
    counts: {
      ...counts,
      dropped: counts.dropped + carried.length - opened.length,
      carried: carried.length,
      lostBlobs,
    },
    receipts,
    envelopes: shuffledEnvelopes(shelves, input.random),
    blobs,
  };
}
