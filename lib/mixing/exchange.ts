import { createHash } from "node:crypto";
import { z } from "zod";
import { SEALED_RECEIPT_LENGTH } from "@/lib/mixing/carried";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const sealedReceipt = z.string().regex(new RegExp(`^[0-9a-f]{${2 * SEALED_RECEIPT_LENGTH}}$`));

/**
 * `received + carried = withdrawn + dropped + envelopes`: every answer ends in exactly one place.
 * `lostBlobs`: waiting totals or texts that did not open; they are never passed over in silence.
 */
const countsSchema = z.strictObject({
  received: count,
  carried: count,
  withdrawn: count,
  dropped: count,
  lostBlobs: count,
});

export type Counts = Readonly<z.infer<typeof countsSchema>>;

/** Waiting totals or texts with the outer layer off. */
export type PeeledBlob = {
  readonly kind: string;
  readonly aad: Uint8Array;
  readonly sealed: Uint8Array;
};

/** Inner envelopes, read one by one from wherever they lie; each reading gives the same order. */
export type Envelopes = Iterable<Uint8Array> & { readonly length: number };

/** What custodian 2 hands to custodian 1: no order goes with an envelope, and no receipt that custodian 1 could read. */
export type Exchange = {
  readonly quarter: Quarter;
  /** SHA-256 of the manifest, hex. */
  readonly manifestHash: string;
  readonly counts: Counts;
  /** SHA-256 of the receipts that reached the mix, hex, sorted. */
  readonly receipts: readonly string[];
  /** Of fewer than ten envelopes: each one's receipt, in their order, sealed to custodian 2's next key. Else none. */
  readonly sealedReceipts: readonly Uint8Array[];
  /** Inner envelopes of equal size, shuffled; the rare longer ones stand after the others. */
  readonly envelopes: Envelopes;
  readonly blobs: readonly PeeledBlob[];
};

export const headerSchema = z.strictObject({
  quarter: z.string().refine(isQuarter),
  manifestHash: hash,
  counts: countsSchema,
  receipts: z.array(hash),
  sealedReceipts: z.array(sealedReceipt),
  envelopes: z.array(z.strictObject({ length: count, count })),
  blobs: z.array(z.strictObject({ kind: z.string(), aad: z.string(), length: count })),
});

export type Header = z.infer<typeof headerSchema>;

/** Why a file is no exchange. Ask custodian 2 for it again. */
export type ExchangeReason = "not-an-exchange" | "truncated" | "checksum" | "header";

export class ExchangeDamaged extends Error {
  readonly reason: ExchangeReason;

  constructor(reason: ExchangeReason) {
    super(`exchange damaged: ${reason}`);
    this.reason = reason;
  }
}

export const MAGIC = utf8("SORTI-EXCHANGE/2\n");

/** Envelopes of equal length, one after the other. */
export type Run = { readonly length: number; readonly count: number };

/** Runs of equal length, in order. */
function runsOf(envelopes: Envelopes): Run[] {
  const runs: { length: number; count: number }[] = [];
  for (const { length } of envelopes) {
    const last = runs.at(-1);
    if (last?.length === length) last.count += 1;
    else runs.push({ length, count: 1 });
  }
  return runs;
}

/** The file piece by piece, for writing without holding it; the last piece is the checksum. */
export function* exchangeParts(exchange: Exchange): Generator<Uint8Array> {
  const { quarter, manifestHash, counts, receipts, sealedReceipts, envelopes, blobs } = exchange;
  const header = utf8(
    canonicalJson({
      quarter,
      manifestHash,
      counts,
      receipts,
      sealedReceipts: sealedReceipts.map((one) => Buffer.from(one).toString("hex")),
      envelopes: runsOf(envelopes),
      blobs: blobs.map(({ kind, aad, sealed }) => ({
        kind,
        aad: Buffer.from(aad).toString("hex"),
        length: sealed.length,
      })),
    }),
  );
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, header.length);
  const checksum = createHash("sha256");
  const parts = function* () {
    yield* [MAGIC, size, header];
    yield* envelopes;
    for (const { sealed } of blobs) yield sealed;
  };
  for (const part of parts()) {
    checksum.update(part);
    yield part;
  }
  yield checksum.digest();
}

/** The file as bytes: magic, header length (4 bytes), header JSON, envelopes, blobs, SHA-256 of all that. */
export function writeExchange(exchange: Exchange): Uint8Array {
  return Buffer.concat([...exchangeParts(exchange)]);
}
