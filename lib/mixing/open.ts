import { unpad } from "@/lib/sealing/envelope";
import { type CustodianKey, EnvelopeRefused, openEnvelope } from "@/lib/sealing/open";
import type { Payload } from "@/lib/sealing/payload";
import type { Exchange, PeeledBlob } from "./exchange";

const BATCH = 500;

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

/**
 * Custodian 1's half of the mix: opens one answer after another and hands each to `take`; no list of
 * plaintexts is ever held. `parse` says whether it is an answer to this round's questionnaire (null: dropped).
 * `onProgress` is called every 500 envelopes; a promise is awaited, so that others get a turn.
 */
export async function openAnswers(input: {
  readonly exchange: Pick<Exchange, "envelopes" | "manifestHash">;
  readonly key: CustodianKey;
  readonly parse: (value: unknown) => Payload | null;
  readonly take: (payload: Payload) => void;
  readonly onProgress?: (done: number) => void | Promise<void>;
}): Promise<{ readonly counted: number; readonly dropped: number }> {
  const { exchange, key, parse, take, onProgress } = input;
  const aad = Buffer.from(exchange.manifestHash, "hex");
  let done = 0;
  let counted = 0;
  for (const envelope of exchange.envelopes) {
    const plaintext = plaintextOf(key, envelope, aad);
    const payload = plaintext && parse(jsonOf(plaintext));
    if (payload) {
      take(payload);
      counted += 1;
    }
    done += 1;
    if (done % BATCH === 0 || done === exchange.envelopes.length) await onProgress?.(done);
  }
  return { counted, dropped: done - counted };
}

/** Waiting totals or texts, opened with custodian 1's key; null when they do not open. */
export function openBlob(key: CustodianKey, blob: PeeledBlob): Uint8Array | null {
  return plaintextOf(key, blob.sealed, blob.aad);
}
