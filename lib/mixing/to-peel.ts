import { createHash } from "node:crypto";
import { z } from "zod";
import { ExchangeDamaged } from "@/lib/mixing/exchange";
import type { InboxRow } from "@/lib/mixing/peel-rows";
import { checkedEnd, type Stored } from "@/lib/mixing/read-exchange";
import type { Batches } from "@/lib/mixing/steps";
import { isWaitingKind } from "@/lib/mixing/waiting-blobs";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { concatBytes, utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";

const hex = z.string().regex(/^([0-9a-f]{2})*$/);
const count = z.int().min(0);
const signed = z.strictObject({
  manifest: z.string(),
  signatures: z.tuple([z.string(), z.string()]),
});

const headerSchema = z.strictObject({
  quarter: z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value)),
  round: signed,
  next: signed,
  rows: count,
  withdrawn: z.array(hex),
  sealed: z
    .array(z.strictObject({ kind: z.string().refine(isWaitingKind), length: count }))
    .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length),
});

type Signed = Readonly<z.infer<typeof signed>>;

/** Everything that custodian 2's half of a mix takes in; all of it is sealed to custodian 2, or public. */
export type ToPeel = {
  readonly quarter: Quarter;
  /** The round's manifest as both signed it, and the next round's. */
  readonly round: Signed;
  readonly next: Signed;
  /** How many rows the inbox gives; none of a round that is left sealed. */
  readonly rows: number;
  readonly inbox: Batches<readonly InboxRow[]>;
  readonly withdrawn: readonly Uint8Array[];
  /** What earlier mixes sealed for this round's keys. */
  readonly sealed: readonly { readonly kind: string; readonly blob: Uint8Array }[];
};

export const TO_PEEL_MAGIC = utf8("SORTI-TO-PEEL/1\n");
const FIELDS = ["message", "signature", "sealed", "withdrawalHash"] as const;
const BATCH = 500;

function numberBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** The file piece by piece, for handing it on while it is read: magic, header, what waits, rows, SHA-256 of all that. */
export async function* toPeelParts(work: ToPeel): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { quarter, round, next, rows, withdrawn, sealed } = work;
  const header = utf8(
    canonicalJson({
      ...{ quarter, round, next, rows },
      withdrawn: withdrawn.map((one) => Buffer.from(one).toString("hex")),
      sealed: sealed.map(({ kind, blob }) => ({ kind, length: blob.length })),
    }),
  );
  const checksum = createHash("sha256");
  const told = (piece: Uint8Array<ArrayBuffer>) => {
    checksum.update(piece);
    return piece;
  };
  yield told(concatBytes(TO_PEEL_MAGIC, numberBytes(header.length), header));
  for (const { blob } of sealed) yield told(concatBytes(blob));
  for await (const batch of work.inbox) {
    const fields = batch.flatMap((row) => FIELDS.map((name) => row[name]));
    yield told(concatBytes(...fields.flatMap((field) => [numberBytes(field.length), field])));
  }
  yield new Uint8Array(checksum.digest());
}

/** Reads one part after the other; never past `end`. */
function reader(file: Stored, start: number, end: number) {
  let at = start;
  const take = (length: number) => {
    if (at + length > end) throw new ExchangeDamaged("truncated");
    at += length;
    return file.read(at - length, at);
  };
  const number = () => Buffer.from(take(4)).readUInt32BE(0);
  return { take, number, at: () => at };
}

type Reader = ReturnType<typeof reader>;

function rowOf({ take, number }: Reader): InboxRow {
  const [message, signature, sealed, withdrawalHash] = FIELDS.map(() => take(number()));
  if (!message || !signature || !sealed || !withdrawalHash) throw new ExchangeDamaged("truncated");
  return { message, signature, sealed, withdrawalHash };
}

function* batchesOf(from: Reader, rows: number, end: number): Generator<readonly InboxRow[]> {
  for (let left = rows; left > 0; left -= BATCH) {
    yield Array.from({ length: Math.min(left, BATCH) }, () => rowOf(from));
  }
  if (from.at() !== end) throw new ExchangeDamaged("header");
}

function headerOf(bytes: Uint8Array): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new ExchangeDamaged("header");
  }
}

/**
 * Reads such a file where it lies, its checksum first; the rows are read when they are asked for, once. Throws
 * `ExchangeDamaged`.
 */
export function openToPeel(file: Stored): ToPeel {
  const end = checkedEnd(file, TO_PEEL_MAGIC);
  const from = reader(file, TO_PEEL_MAGIC.length, end);
  const { withdrawn, sealed, ...header } = headerOf(from.take(from.number()));
  return {
    ...header,
    withdrawn: withdrawn.map((one) => new Uint8Array(Buffer.from(one, "hex"))),
    sealed: sealed.map(({ kind, length }) => ({ kind, blob: from.take(length) })),
    inbox: batchesOf(from, header.rows, end),
  };
}
