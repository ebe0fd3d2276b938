import { once } from "node:events";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { RoundRecord } from "@/lib/rounds/record";
import { ownerUrl } from "../support/databases";
import type { Filling } from "./fill-thread";

/** Fills a round's inbox with so many real answers, by all cores. */
export async function fillInbox(round: RoundRecord, issuerPem: string, n: number): Promise<void> {
  const threads = availableParallelism();
  const at = (part: number) => Math.floor((n * part) / threads);
  const filling = Array.from({ length: threads }, async (_, part) => {
    const workerData: Filling = {
      connectionString: ownerUrl("collector"),
      slot: round.slot,
      manifestHash: round.manifestHash,
      custodianKeys: round.manifest.custodianKeys,
      issuerPem,
      from: at(part),
      to: at(part + 1),
    };
    const worker = new Worker(path.resolve("tests/bench/fill-thread.mjs"), { workerData });
    await once(worker, "message");
    await worker.terminate();
  });
  await Promise.all(filling);
}
