import { unpad } from "@/lib/sealing/envelope";
import { type CustodianKey, EnvelopeRefused, openEnvelope } from "@/lib/sealing/open";
import type { PeeledBlob } from "./exchange";

/** What the inner layer of a round's answers is opened with. */
export type OpenContext = {
  /** Custodian 1's key for the round. */
  readonly key: CustodianKey;
  readonly manifestHash: Uint8Array;
};

/** What stood in an inner envelope; null when it does not open or its padding is broken. */
function plaintextOf(key: CustodianKey, sealed: Uint8Array, aad: Uint8Array): Uint8Array | null {
  try {
    return unpad(openEnvelope(key, sealed, aad));
  } catch (error) {
    if (error instanceof EnvelopeRefused) return null;
    throw error;
  }
}

function jsonOf(plaintext: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plaintext));
  } catch {
    return null;
  }
}

/** Opens a batch of inner envelopes; null for one that does not open or is not JSON. */
export function openEnvelopes({
  key,
  manifestHash,
}: OpenContext): (envelopes: readonly Uint8Array[]) => unknown[] {
  return (envelopes) =>
    envelopes.map((envelope) => {
      const plaintext = plaintextOf(key, envelope, manifestHash);
      return plaintext && jsonOf(plaintext);
    });
}

/** Waiting totals or texts, opened with custodian 1's key; null when they do not open. */
export function openBlob(key: CustodianKey, blob: PeeledBlob): Uint8Array | null {
  return plaintextOf(key, blob.sealed, blob.aad);
}
