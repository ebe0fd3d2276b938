import { constants, createHash, createPublicKey, KeyObject, verify } from "node:crypto";
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
  // RFC 8017, 8.1.2: as long as the modulus. The library would also take one that has lost a leading zero.
  const whole = signature.length * 8 === publicKey.asymmetricKeyDetails?.modulusLength;
  return whole && verify("sha384", prepared, { key: publicKey, ...pss }, signature);
}

/** Whether a credential's message (`digest`: its last 32 bytes) was made for this answer and no other. */
export function coversAnswer(
  digest: Uint8Array,
  answer: { readonly sealed: Uint8Array; readonly withdrawalHash: Uint8Array },
): boolean {
  const hash = createHash("sha256").update(answer.sealed).update(answer.withdrawalHash);
  return hash.digest().equals(digest);
}
