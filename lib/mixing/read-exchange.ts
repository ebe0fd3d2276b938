import { createHash } from "node:crypto";
import { MIX_MINIMUM } from "./carried";
import {
  type Envelopes,
  type Exchange,
  ExchangeDamaged,
  type Header,
  headerSchema,
  MAGIC,
  type Run,
} from "./exchange";

/** Bytes that are read piece by piece, on a disk or in memory. `read` gives `to - from` bytes. */
export type Stored = {
  readonly length: number;
  readonly read: (from: number, to: number) => Uint8Array;
};

const CHECKSUM_LENGTH = 32;
const PIECE = 1024 * 1024;

/** What both custodians can read to each other to know that it is the same file: its SHA-256, hex. */
export function exchangeChecksum(file: Uint8Array): string {
  return Buffer.from(file.subarray(-CHECKSUM_LENGTH)).toString("hex");
}

function headerOf(bytes: Uint8Array): Header {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new ExchangeDamaged("header");
  }
}

function checksumOf(file: Stored, end: number): Buffer {
  const checksum = createHash("sha256");
  for (let at = 0; at < end; at += PIECE) checksum.update(file.read(at, Math.min(at + PIECE, end)));
  return checksum.digest();
}

/** Where the body between the magic and the checksum ends, once both are as they should be. Throws `ExchangeDamaged`. */
export function checkedEnd(file: Stored, magic: Uint8Array = MAGIC): number {
  const begins = file.read(0, Math.min(magic.length, file.length));
  if (Buffer.compare(begins, magic) !== 0) throw new ExchangeDamaged("not-an-exchange");
  if (file.length < magic.length + 4 + CHECKSUM_LENGTH) throw new ExchangeDamaged("truncated");
  const end = file.length - CHECKSUM_LENGTH;
  if (!checksumOf(file, end).equals(file.read(end, file.length))) {
    throw new ExchangeDamaged("checksum");
  }
  return end;
}

/** Reads what the file holds from `at` to `end`, one part after the other. */
function reader(file: Stored, at: number, end: number) {
  let next = at;
  const skip = (length: number): number => {
    next += length;
    if (next > end) throw new ExchangeDamaged("truncated");
    return next - length;
  };
  const take = (length: number) => {
    const from = skip(length);
    return file.read(from, from + length);
  };
  return { skip, take, atEnd: () => next === end };
}

function storedEnvelopes(file: Stored, start: number, runs: readonly Run[]): Envelopes {
  return {
    length: runs.reduce((sum, { count }) => sum + count, 0),
    *[Symbol.iterator]() {
      let at = start;
      for (const { length, count } of runs) {
        for (let i = 0; i < count; i += 1, at += length) yield file.read(at, at + length);
      }
    },
  };
}

/**
 * Reads an exchange from a file that stays where it is: its envelopes are read when somebody asks for them.
 * The whole file's checksum is verified first. Throws `ExchangeDamaged`.
 */
export function openExchange(file: Stored): Exchange {
  const { skip, take, atEnd } = reader(file, MAGIC.length, checkedEnd(file));
  const size = Buffer.from(take(4)).readUInt32BE(0);
  const { envelopes: runs, blobs, sealedReceipts: sealed, ...header } = headerOf(take(size));
  const sealedReceipts = sealed.map((hex) => new Uint8Array(Buffer.from(hex, "hex")));
  const start = skip(runs.reduce((sum, { length, count }) => sum + length * count, 0));
  const envelopes = storedEnvelopes(file, start, runs);
  const peeled = blobs.map(({ kind, aad, length }) => ({
    kind,
    aad: new Uint8Array(Buffer.from(aad, "hex")),
    sealed: take(length),
  }));
  const { received, carried, withdrawn, dropped } = header.counts;
  const placed = withdrawn + dropped + envelopes.length;
  const allReceipts = sealed.length === (envelopes.length < MIX_MINIMUM ? envelopes.length : 0);
  if (!atEnd() || !allReceipts || received + carried !== placed)
    throw new ExchangeDamaged("header");
  return { ...header, sealedReceipts, envelopes, blobs: peeled };
}

/** Reads an exchange that is in memory. Throws `ExchangeDamaged`. */
export function readExchange(file: Uint8Array): Exchange {
  return openExchange({ length: file.length, read: (from, to) => file.subarray(from, to) });
}
