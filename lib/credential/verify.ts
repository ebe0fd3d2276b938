import { constants, createPublicKey, KeyObject, verify } from "node:crypto";
import type { IssuerKey } from "./client";
import { SALT_LENGTH } from "./pss";

/** The issuer's key opened once, for many verifications. */
export function issuerPublicKey(key: IssuerKey): KeyObject {
  return createPublicKey({ key: { kty: "RSA", n: key.n, e: key.e }, format: "jwk" });
}

/**
 * Whether a prepared message carries the issuer's signature: RSA-PSS, SHA-384, MGF1-SHA-384, salt 48 bytes.
 * About 40 µs with an opened key. What the message says is for `readPrepared`.
 */
export function verifyCredential(
  key: IssuerKey | KeyObject,
  prepared: Uint8Array,
  signature: Uint8Array,
): boolean {
  const publicKey = key instanceof KeyObject ? key : issuerPublicKey(key);
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_LENGTH };
  return verify("sha384", prepared, { key: publicKey, ...pss }, signature);
}
