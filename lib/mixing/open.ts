import type { CustodianKey } from "@/lib/sealing/open";
import type { Payload } from "@/lib/sealing/payload";
import type { Envelopes, Exchange } from "./exchange";
import { inThisThread, type Run } from "./steps";

const BATCH = 500;

function* inBatches(envelopes: Envelopes): Generator<readonly Uint8Array[]> {
  let batch: Uint8Array[] = [];
  for (const envelope of envelopes) {
    batch.push(envelope);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Custodian 1's half of the mix: opens batch after batch and hands each answer to `take`; no list of
 * plaintexts is ever held. `parse` says whether it is an answer to this round's questionnaire (null: dropped).
 * `onProgress` is called every 500 envelopes; a promise is awaited, so that others get a turn.
 */
export async function openAnswers(input: {
  readonly exchange: Pick<Exchange, "envelopes" | "manifestHash">;
  readonly key: CustodianKey;
  readonly parse: (value: unknown) => Payload | null;
  readonly take: (payload: Payload) => void;
  readonly onProgress?: (done: number) => void | Promise<void>;
  /** Where the envelopes are opened; in the asking thread unless told otherwise. */
  readonly run?: Run;
}): Promise<{ readonly counted: number; readonly dropped: number }> {
  const { exchange, key, parse, take, onProgress, run = inThisThread } = input;
  const manifestHash = Buffer.from(exchange.manifestHash, "hex");
  let done = 0;
  let counted = 0;
  for await (const values of run("open", { key, manifestHash }, inBatches(exchange.envelopes))) {
    for (const value of values) {
      const payload = parse(value);
      if (payload) {
        take(payload);
        counted += 1;
      }
    }
    done += values.length;
    await onProgress?.(done);
  }
  return { counted, dropped: done - counted };
}
