import { createHash } from "node:crypto";
import { z } from "zod";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

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

/** What custodian 2 hands to custodian 1: no receipt or order goes with an envelope. */
export type Exchange = {
  readonly quarter: Quarter;
  /** SHA-256 of the manifest, hex. */
  readonly manifestHash: string;
  readonly counts: Counts;
  /** SHA-256 of the receipts that reached the mix, hex, sorted. */
  readonly receipts: readonly string[];
  /** Inner envelopes of equal size, shuffled; the rare longer ones stand after the others. */
  readonly envelopes: readonly Uint8Array[];
  readonly blobs: readonly PeeledBlob[];
};

const headerSchema = z.strictObject({
  quarter: z.string().refine(isQuarter),
  manifestHash: hash,
  counts: countsSchema,
  receipts: z.array(hash),
  envelopes: z.array(z.strictObject({ length: count, count })),
  blobs: z.array(z.strictObject({ kind: z.string(), aad: z.string(), length: count })),
});

/** Why a file is no exchange. Ask custodian 2 for it again. */
export type ExchangeReason = "not-an-exchange" | "truncated" | "checksum" | "header";

export class ExchangeDamaged extends Error {
  readonly reason: ExchangeReason;

  constructor(reason: ExchangeReason) {
    super(`exchange damaged: ${reason}`);
    this.reason = reason;
  }
}

const MAGIC = utf8("SORTI-EXCHANGE/1\n");
const CHECKSUM_LENGTH = 32;

/** Runs of equal length, in order. */
function runsOf(envelopes: readonly Uint8Array[]): { length: number; count: number }[] {
  const runs: { length: number; count: number }[] = [];
  for (const { length } of envelopes) {
    const last = runs.at(-1);
    if (last?.length === length) last.count += 1;
    else runs.push({ length, count: 1 });
  }
  return runs;
}

/** The file piece by piece, for writing without holding it twice. */
export function* exchangeParts(exchange: Exchange): Generator<Uint8Array> {
  const { quarter, manifestHash, counts, receipts, envelopes, blobs } = exchange;
  const header = utf8(
    canonicalJson({
      quarter,
      manifestHash,
      counts,
      receipts,
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
  for (const part of [MAGIC, size, header, ...envelopes, ...blobs.map((blob) => blob.sealed)]) {
    checksum.update(part);
    yield part;
  }
  yield checksum.digest();
}

/** The file as bytes: magic, header length (4 bytes), header JSON, envelopes, blobs, SHA-256 of all that. */
export function writeExchange(exchange: Exchange): Uint8Array {
  return Buffer.concat([...exchangeParts(exchange)]);
}

/** What both custodians can read to each other to know that it is the same file: its SHA-256, hex. */
export function exchangeChecksum(file: Uint8Array): string {
  return Buffer.from(file.subarray(-CHECKSUM_LENGTH)).toString("hex");
}

function headerOf(bytes: Uint8Array): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new ExchangeDamaged("header");
  }
}

/** The body between the magic and the checksum, once both are as they should be. */
function checkedBody(file: Uint8Array): Uint8Array {
  if (Buffer.compare(file.subarray(0, MAGIC.length), MAGIC) !== 0) {
    throw new ExchangeDamaged("not-an-exchange");
  }
  if (file.length < MAGIC.length + 4 + CHECKSUM_LENGTH) throw new ExchangeDamaged("truncated");
  const end = file.length - CHECKSUM_LENGTH;
  const checksum = createHash("sha256").update(file.subarray(0, end)).digest();
  if (Buffer.compare(checksum, file.subarray(end)) !== 0) throw new ExchangeDamaged("checksum");
  return file.subarray(MAGIC.length, end);
}

/** Reads an exchange; its envelopes are views of the file, not copies. Throws `ExchangeDamaged`. */
export function readExchange(file: Uint8Array): Exchange {
  const body = checkedBody(file);
  const size = new DataView(body.buffer, body.byteOffset, 4).getUint32(0);
  const { envelopes: runs, blobs, ...header } = headerOf(body.subarray(4, 4 + size));
  let at = 4 + size;
  const next = (length: number) => {
    at += length;
    if (at > body.length) throw new ExchangeDamaged("truncated");
    return body.subarray(at - length, at);
  };
  const envelopes: Uint8Array[] = [];
  for (const run of runs) {
    for (let i = 0; i < run.count; i += 1) envelopes.push(next(run.length));
  }
  const peeled = blobs.map(({ kind, aad, length }) => ({
    kind,
    aad: new Uint8Array(Buffer.from(aad, "hex")),
    sealed: next(length),
  }));
  const { received, carried, withdrawn, dropped } = header.counts;
  const placed = withdrawn + dropped + envelopes.length;
  if (at !== body.length || received + carried !== placed) throw new ExchangeDamaged("header");
  return { ...header, envelopes, blobs: peeled };
}
