import { deserialize, serialize } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { type ContextOf, type StepName, stepFor } from "@/lib/mixing/steps";

/** What `threads.ts` starts: one step of a mix, batch after batch, until it is ended. */
const { step, context } = workerData as { step: StepName; context: ContextOf<StepName> };
const work = stepFor(step, context);

parentPort?.on("message", (packed: Uint8Array) => {
  parentPort?.postMessage(serialize(work(deserialize(packed))));
});
