import { createHash, createHmac, randomBytes } from "node:crypto";
import path from "node:path";
import { keyDirectory } from "./directory";
import { KeyRefused } from "./refused";
import { createSecret, readSecret } from "./secret-file";

const LENGTH = 32;

function stored(file: string): Uint8Array | null {
  const key = readSecret(file);
  if (key !== null && key.length !== LENGTH) throw new KeyRefused("damaged");
  return key;
}

/** The key that every link is computed from: 32 bytes in a file outside every database, made when first needed. */
export function linkKey(dir = keyDirectory()): Uint8Array {
  const file = path.join(dir, "link.key");
  const known = stored(file);
  if (known) return known;
  try {
    createSecret(file, randomBytes(LENGTH));
  } catch (error) {
    if (!(error instanceof KeyRefused)) throw error;
  }
  const made = stored(file);
  if (made === null) throw new KeyRefused("no-key");
  return made;
}

/** An invitation's token (32 bytes): computed in the mail job, the same for every reminder, never stored. */
export function tokenOf(key: Uint8Array, invitationId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", key).update(invitationId, "utf8").digest());
}

/** What the issuer keeps of a token: SHA-256 of its 32 bytes. */
export function tokenHash(token: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
