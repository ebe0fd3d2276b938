import { createHash } from "node:crypto";
import { z } from "zod";
import { type NodeId, SERIES } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";
import { utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";
import { doublingStep, pad, unpad } from "@/lib/sealing/envelope";
import { type CustodianKey, EnvelopeRefused, openEnvelope, sealLayer } from "@/lib/sealing/open";

const node = z.custom<NodeId>(
  (value) => typeof value === "string" && /^(region|group:.+)$/.test(value),
);
const series = z.enum(SERIES);
const quarter = z.custom<Quarter>((value) => typeof value === "string");

/** What one person wrote, as the desk reads it: where it is counted, and text item → text. */
const commentSchema = z.strictObject({ node, series, texts: z.record(z.string(), z.string()) });
export type Comment = Readonly<z.infer<typeof commentSchema>>;

/** What readers made of a comment. `paraphrase` null: there shall be none. `reason`: why it was sent back. */
const workSchema = z.strictObject({
  codes: z.array(z.string()),
  paraphrase: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Work = Readonly<z.infer<typeof workSchema>>;

/** Whom a coding counts beside the comments: who was silent, by node and series. */
const silentSchema = z.array(
  z.strictObject({ node, series, from: quarter, silent: z.int().min(0) }),
);
export type Silent = Readonly<z.infer<typeof silentSchema>[number]>;

const SCHEMAS = { comment: commentSchema, work: workSchema, pools: silentSchema };
type Kind = keyof typeof SCHEMAS;
type ContentOf<K extends Kind> = z.infer<(typeof SCHEMAS)[K]>;

/** Sealed to a coding: to its key, for this place in it. `id`: the comment's, or empty for the pools. */
export type Place = { readonly quarter: Quarter; readonly id: string };

/** A comment cannot be put in another's place, nor a reader's work. */
function aadOf(kind: Kind, { quarter: of, id }: Place): Uint8Array<ArrayBuffer> {
  const named = utf8(`sorti/v1 coding ${kind} ${of} ${id}`);
  return new Uint8Array(createHash("sha256").update(named).digest());
}

/** Smallest plaintext of everything that a coding seals, bytes; what a reader writes always fits. */
const SMALLEST = 4096;

/** The one size, bytes, to which all comments of a coding are padded. */
export function sizeFor(comments: readonly Comment[]): number {
  const longest = comments.map((one) => utf8(canonicalJson(one)).length);
  return longest.reduce((size, length) => Math.max(size, doublingStep(length, SMALLEST)), SMALLEST);
}

/** Seals something of a coding to its public key (65 bytes); padded to `size`, 4 096 unless told otherwise. */
export function sealFor<K extends Kind>(
  publicKey: Uint8Array,
  kind: K,
  place: Place,
  content: ContentOf<K>,
  size = SMALLEST,
): Uint8Array<ArrayBuffer> {
  const plaintext = utf8(canonicalJson(content));
  const padded = pad(plaintext, doublingStep(plaintext.length, size));
  return sealLayer(1, publicKey, padded, aadOf(kind, place));
}

/** Opens it with the coding's key; null when it was not sealed to this key for this place. */
export function openFrom<K extends Kind>(
  key: CustodianKey,
  kind: K,
  place: Place,
  sealed: Uint8Array,
): ContentOf<K> | null {
  try {
    const plaintext = unpad(openEnvelope(key, sealed, aadOf(kind, place)));
    const schema = SCHEMAS[kind] as unknown as z.ZodType<ContentOf<K>>;
    return plaintext && schema.parse(JSON.parse(new TextDecoder().decode(plaintext)));
  } catch (cause) {
    if (cause instanceof EnvelopeRefused || cause instanceof z.ZodError) return null;
    throw cause;
  }
}
