import { createHash } from "node:crypto";

/** What a mix seals is bound to: its kind, and the manifest of the round whose keys open it. */
export function blobAad(kind: string, manifestHash: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHash("sha256").update(`sorti/v1 ${kind} `).update(manifestHash).digest(),
  );
}
