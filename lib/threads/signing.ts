import type { KeyObject } from "node:crypto";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";

/** Found from the folder of the installation: bundled code has no folder of its own, and takes none along. */
const entry = () =>
  path.join(/* turbopackIgnore: true */ process.cwd(), "lib/threads/signing-thread.mjs");

type Signed = (signature: Uint8Array<ArrayBuffer> | null) => void;

type Signer = {
  readonly sign: (key: KeyObject, blinded: Uint8Array, signed: Signed) => void;
  readonly waiting: () => number;
};

// Next evaluates a module once per bundle; the threads must be there once per process.
const pool = globalThis as typeof globalThis & { sortiSigners?: Signer[] };

/** One that ends early answers all that it was asked with null, and is replaced by the next that is asked for. */
function startSigner(): Signer {
  const worker = new Worker(entry());
  const asked: Signed[] = [];
  const ended = () => {
    pool.sortiSigners = pool.sortiSigners?.filter((one) => one !== signer) ?? [];
    for (const signed of asked.splice(0)) signed(null);
  };
  const signer: Signer = {
    sign: (key, blinded, signed) => {
      asked.push(signed);
      worker.ref();
      worker.postMessage({ key, blinded });
    },
    waiting: () => asked.length,
  };
  worker.on("message", (signature) => {
    asked.shift()?.(signature);
    if (asked.length === 0) worker.unref();
  });
  worker.on("error", ended);
  worker.on("exit", ended);
  worker.unref();
  return signer;
}

/** The one with least to do; another is started while all are busy, as many as there are cores. */
function freeSigner(): Signer {
  pool.sortiSigners ??= [];
  const signers = pool.sortiSigners;
  const [least] = signers.toSorted((a, b) => a.waiting() - b.waiting());
  if (least && (least.waiting() === 0 || signers.length >= availableParallelism())) return least;
  const fresh = startSigner();
  signers.push(fresh);
  return fresh;
}

/**
 * A raw RSA signature made beside the thread that serves: 2 ms of RSA-3072 hold nobody else up. Not yet checked.
 * Fails when a thread ends in the middle; who asks again gets another.
 */
export function signInThread(
  key: KeyObject,
  blinded: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    freeSigner().sign(key, blinded, (signature) => {
      if (signature) resolve(signature);
      else reject(new Error("A signing thread ended."));
    });
  });
}
