import { createHash, createHmac } from "node:crypto";
import { keyDirectory } from "./directory";
import { installationKey } from "./installation-key";

/** The key that every link is computed from: 32 bytes in a file outside every database, made when first needed. */
export function linkKey(dir = keyDirectory()): Uint8Array {
  return installationKey(dir, "link.key");
}

/** An invitation's token (32 bytes): computed in the mail job, the same for every reminder, never stored. */
export function tokenOf(key: Uint8Array, invitationId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", key).update(invitationId, "utf8").digest());
}

/** What the issuer keeps of a token: SHA-256 of its 32 bytes. */
export function tokenHash(token: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
