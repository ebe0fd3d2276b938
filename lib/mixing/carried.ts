import { blobAad } from "@/lib/mixing/blob-aad";
import { peeledLayer } from "@/lib/mixing/peel-rows";
import { fromBase64Url } from "@/lib/sealing/base64url";
import { concatBytes, utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";
import { answerStep, PEELED_LENGTHS, pad } from "@/lib/sealing/envelope";
import { type CustodianKey, sealLayer } from "@/lib/sealing/open";
import type { Payload } from "@/lib/sealing/payload";

/** Fewer answers than this are not opened to the world: they are carried over to the next round. */
export const MIX_MINIMUM = 10;

/** A receipt's SHA-256 (32 bytes) in one layer: 65 + 32 + 16. */
export const SEALED_RECEIPT_LENGTH = 113;

/** An inner envelope and SHA-256 of its receipt, as custodian 2 alone sees them together. */
export type Received = { readonly inner: Uint8Array; readonly receipt: Uint8Array };

/** The round that answers are carried over to, as custodian 2 needs it. `point`: custodian 2's own key there. */
export type CarriedTo = { readonly point: Uint8Array; readonly manifestHash: Uint8Array };

/** An answer that custodian 1 seals again, and its receipt, which custodian 1 cannot read. */
export type CarriedAnswer = { readonly payload: Payload; readonly sealedReceipt: Uint8Array };

/** Custodian 2 seals a receipt's hash to itself, for the round that its answer is carried over to. */
export function sealReceipt(receipt: Uint8Array, { point, manifestHash }: CarriedTo) {
  return sealLayer(2, point, receipt, blobAad("receipt", manifestHash));
}

/**
 * Seals an answer again for the round it is carried over to. The receipt goes into the outer layer beside the
 * inner envelope, so that nobody without custodian 2's key can part the two or put another in its place.
 */
export function sealCarried(
  { payload, sealedReceipt }: CarriedAnswer,
  keys: readonly [string, string],
  manifestHash: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const plaintext = utf8(canonicalJson(payload));
  const padded = pad(plaintext, answerStep(plaintext.length));
  const inner = sealLayer(1, fromBase64Url(keys[0]), padded, manifestHash);
  const both = concatBytes(inner, sealedReceipt);
  return sealLayer(2, fromBase64Url(keys[1]), both, blobAad("carried", manifestHash));
}

/** Custodian 2 finds the inner envelope and the receipt again; null when either does not open. */
export function peelCarried(
  key: CustodianKey,
  manifestHash: Uint8Array,
  sealed: Uint8Array,
): Received | null {
  const both = peeledLayer(key, sealed, blobAad("carried", manifestHash));
  if (!both) return null;
  const end = both.length - SEALED_RECEIPT_LENGTH;
  if (!PEELED_LENGTHS.includes(end)) return null;
  const receipt = peeledLayer(key, both.subarray(end), blobAad("receipt", manifestHash));
  return receipt && { inner: both.subarray(0, end), receipt };
}
