import { createHash } from "node:crypto";
import { isQuarter } from "@/lib/quarters/quarter";
import type { Manifest } from "@/lib/rounds/manifest";
import { PEELED_LENGTHS } from "@/lib/sealing/envelope";
import type { CustodianKey } from "@/lib/sealing/open";
import { type CarriedTo, MIX_MINIMUM, peelCarried, type Received, sealReceipt } from "./carried";
import type { Exchange, PeeledBlob } from "./exchange";
import { type InboxRow, type PeeledRow, peeledLayer } from "./peel-rows";
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
  /** The receipts that were withdrawn, as their owners showed them: their SHA-256 stands beside an answer. */
  readonly withdrawn: Iterable<Uint8Array>;
  /** Answers carried over from a round with fewer than ten, sealed for this one. */
  readonly carried?: Iterable<Uint8Array>;
  /** Where answers are carried over to, should these be fewer than ten. */
  readonly next: CarriedTo;
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
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

type Place = "kept" | "withdrawn" | "dropped";

/** Says where an answer ends: left out, dropped, or kept with its receipt. */
function sorter(withdrawn: Iterable<Uint8Array>, keep: (one: Received) => void) {
  const leaveOut = new Set(Array.from(withdrawn, sha256));
  const receipts = new Set<string>();
  const counts = { kept: 0, withdrawn: 0, dropped: 0 };

  const placeOf = (receipt: Uint8Array, inner: Uint8Array | null): Place => {
    const listed = hexOf(receipt);
    if (leaveOut.has(listed)) return "withdrawn";
    if (inner === null) return "dropped";
    keep({ inner, receipt });
    receipts.add(listed);
    return "kept";
  };
  const place = (one: { receipt: Uint8Array; inner: Uint8Array | null } | null): void => {
    counts[one === null ? "dropped" : placeOf(one.receipt, one.inner)] += 1;
  };
  return { place, receipts, counts };
}

type Sorter = ReturnType<typeof sorter>;

/** The inbox, row by row: entitled, not seen before. Returns how many rows there were. */
async function peelInbox(input: PeelInput, place: Sorter["place"]): Promise<number> {
  const { key, manifestHash, run = inThisThread } = input;
  const context = { key, manifestHash, issuerKey: input.manifest.issuerKey };
  const seen = new Set<string>();
  let received = 0;

  const firstOf = (row: PeeledRow | null) => {
    const message = row && Buffer.from(row.message).toString("latin1");
    if (row === null || message === null || seen.has(message)) return null;
    seen.add(message);
    return { receipt: row.withdrawalHash, inner: row.inner };
  };
  for await (const rows of run("peel", context, input.inbox)) {
    for (const row of rows) place(firstOf(row));
    received += rows.length;
    await input.onProgress?.(received);
  }
  return received;
}

function peelBlobs(input: PeelInput): { blobs: PeeledBlob[]; lostBlobs: number } {
  const waiting = [...(input.blobs ?? [])];
  const blobs = waiting.flatMap(({ kind, aad, sealed }) => {
    const inner = peeledLayer(input.key, sealed, aad);
    return inner === null ? [] : [{ kind, aad, sealed: inner }];
  });
  return { blobs: shuffle(blobs, input.random), lostBlobs: waiting.length - blobs.length };
}

/** Fewer than ten: shuffled together with their receipts, which only custodian 2 can read, in the next round. */
function fewWithReceipts(few: readonly Received[], { next, random }: PeelInput) {
  const drawn = shuffle(few, random).sort((a, b) => a.inner.length - b.inner.length);
  return {
    envelopes: drawn.map(({ inner }) => inner),
    sealedReceipts: drawn.map(({ receipt }) => sealReceipt(receipt, next)),
  };
}

/**
 * Custodian 2's half of the mix (design 2, step 10): verifies every credential again, leaves withdrawn
 * answers out, takes the outer layer off and shuffles. Nothing here can read an answer.
 */
export async function peel(input: PeelInput): Promise<Exchange> {
  const { quarter } = input.manifest;
  if (!isQuarter(quarter)) throw new RangeError("the manifest names no quarter");
  const shelves = PEELED_LENGTHS.map((length) => input.shelf(length));
  const few: Received[] = [];
  const { place, receipts, counts } = sorter(input.withdrawn, (one) => {
    shelves[PEELED_LENGTHS.indexOf(one.inner.length)]?.add(one.inner);
    if (few.length < MIX_MINIMUM) few.push(one);
  });
  const received = await peelInbox(input, place);
  const carried = [...(input.carried ?? [])];
  for (const sealed of carried) place(peelCarried(input.key, input.manifestHash, sealed));
  const { blobs, lostBlobs } = peelBlobs(input);
  const { withdrawn, dropped } = counts;
  const handed =
    counts.kept < MIX_MINIMUM
      ? fewWithReceipts(few, input)
      : { envelopes: shuffledEnvelopes(shelves, input.random), sealedReceipts: [] };
  return {
    quarter,
    manifestHash: hexOf(input.manifestHash),
    counts: { received, carried: carried.length, withdrawn, dropped, lostBlobs },
    receipts: [...receipts].sort(),
    ...handed,
    blobs,
  };
}
