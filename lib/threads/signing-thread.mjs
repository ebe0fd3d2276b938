import { constants, privateEncrypt } from "node:crypto";
import { parentPort } from "node:worker_threads";

// What `signing.ts` starts. It keeps no key: each comes with the value it is to sign.
parentPort?.on("message", ({ key, blinded }) => {
  try {
    const signed = privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);
    parentPort?.postMessage(new Uint8Array(signed));
  } catch {
    parentPort?.postMessage(null);
  }
});
