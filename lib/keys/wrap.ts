import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from "node:crypto";
import { fromBase64Url, toBase64Url } from "@/lib/sealing/base64url";

/** scrypt's cost: 128 MiB and about half a second for each guess at a passphrase. */
export const SCRYPT_COST = { N: 2 ** 17, r: 8, p: 1 } as const;

const KEY_LENGTH = 32;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const MEMORY: ScryptOptions = { maxmem: 256 * SCRYPT_COST.N * SCRYPT_COST.r };

/** The key that a passphrase stands for. The same letters give the same key on every keyboard (NFKC). */
export function keyFromPassphrase(passphrase: string, salt: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase.normalize("NFKC"),
      fromBase64Url(salt),
      KEY_LENGTH,
      { ...SCRYPT_COST, ...MEMORY },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

/** The key that a recovery code's 256 bits stand for: nobody can guess them, so no slow function is needed. */
export function keyFromRecovery(code: Uint8Array, salt: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", code, fromBase64Url(salt), "sorti/v1 recovery", 32));
}

/** AES-256-GCM: nonce ‖ ciphertext ‖ tag, base64url. `about` is bound to it and must be given again. */
export function wrap(key: Uint8Array, secret: Uint8Array, about: string): string {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
  return toBase64Url(
    Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]),
  );
}

/** What `wrap` hid; null with another key, about something else, or damaged. */
export function unwrap(key: Uint8Array, wrapped: string, about: string): Uint8Array | null {
  try {
    const bytes = fromBase64Url(wrapped);
    const body = bytes.subarray(NONCE_LENGTH, bytes.length - TAG_LENGTH);
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_LENGTH), {
      authTagLength: TAG_LENGTH,
    });
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(bytes.length - TAG_LENGTH));
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    return null;
  }
}
