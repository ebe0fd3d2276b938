import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Batches, Run } from "@/lib/mixing/steps";

/** Found from the folder of the installation: bundled code has no folder of its own, and takes none along. */
const entry = () => path.join(/* turbopackIgnore: true */ process.cwd(), "lib/threads/thread.mjs");

type Waiting = {
  readonly resolve: (packed: Uint8Array) => void;
  readonly reject: (cause: unknown) => void;
};

type Thread = {
  readonly work: (packed: Uint8Array) => Promise<Uint8Array>;
  readonly busy: () => number;
  readonly end: () => Promise<unknown>;
};

/** A thread answers in the order in which it was asked; one that ends early fails everything it was asked. */
function startThread(workerData: unknown): Thread {
  const worker = new Worker(entry(), { workerData });
  const waiting: Waiting[] = [];
  let broken: unknown;
  const fail = (cause: unknown) => {
    broken ??= cause;
    for (const { reject } of waiting.splice(0)) reject(broken);
  };
  worker.on("message", (packed: Uint8Array) => waiting.shift()?.resolve(packed));
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("A thread of the mix ended.")));
  return {
    work: (packed) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        waiting.push({ resolve, reject });
        worker.postMessage(packed);
      }),
    busy: () => waiting.length,
    end: () => worker.terminate(),
  };
}

function leastBusy(threads: readonly Thread[]): Thread | undefined {
  return threads.toSorted((a, b) => a.busy() - b.busy())[0];
}

/** The results in the order of the batches; at most `ahead` batches are on their way. */
async function* inOrder<T, R>(
  batches: Batches<T>,
  ahead: number,
  work: (batch: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const batch of batches) {
    const result = work(batch);
    // Whoever waits for it hears of a failure; nobody else need.
    result.catch(() => undefined);
    running.push(result);
    if (running.length >= ahead) yield* running.splice(0, 1);
  }
  yield* running;
}

/**
 * Takes a step's batches through so many threads, each with two in hand. The threads are started by the first
 * batch asked for and ended with the last, also when whoever asks gives up half-way; with a thread ends its
 * hold on the key.
 */
export function inThreads(count: number): Run {
  return async function* (step, context, batches) {
    const threads = Array.from({ length: count }, () => startThread({ step, context }));
    try {
      yield* inOrder(batches, count * 2, async (batch) => {
        const packed = await leastBusy(threads)?.work(serialize(batch));
        return deserialize(packed ?? new Uint8Array());
      });
    } finally {
      await Promise.all(threads.map((thread) => thread.end()));
    }
  };
}
