import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  publicDecrypt,
} from "node:crypto";
import { fromBase64Url } from "@/lib/sealing/base64url";
import type { IssuerKey } from "./client";

/** Modulus length, bits; the page refuses a shorter one. */
const MODULUS_BITS = 3072;
const RAW = { padding: constants.RSA_NO_PADDING };

/** The blinded value is no number below the modulus, or OpenSSL's result was wrong and is not handed out. */
export class SigningRefused extends Error {}

/** A fresh RSA-3072 key (e = 65537) for one round, as PKCS#8 PEM. It lives in a file, never in a database. */
export function generateIssuerKey(): string {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: MODULUS_BITS,
    publicExponent: 65537,
  });
  return privateKey.export({ format: "pem", type: "pkcs8" }).toString();
}

/** The public half of a private key (PEM or opened), as the manifest carries it. */
export function publicKeyOf(privateKey: string | KeyObject): IssuerKey {
  const { n, e } = createPublicKey(privateKey).export({ format: "jwk" });
  if (n === undefined || e === undefined) throw new TypeError("not an RSA key");
  return { n, e };
}

type PublicHalf = { readonly key: KeyObject; readonly modulus: Uint8Array };

const halves = new WeakMap<KeyObject, PublicHalf>();

/** A private key's public half, worked out once: that costs a tenth of a signature. */
function publicHalf(privateKey: KeyObject): PublicHalf {
  const known = halves.get(privateKey);
  if (known) return known;
  const modulus = fromBase64Url(publicKeyOf(privateKey).n);
  const half = { key: createPublicKey(privateKey), modulus };
  halves.set(privateKey, half);
  return half;
}

/** Throws `SigningRefused` unless the blinded value is a number below the modulus. */
export function assertSignable(privateKey: KeyObject, blinded: Uint8Array): void {
  const { modulus } = publicHalf(privateKey);
  if (blinded.length !== modulus.length || Buffer.compare(blinded, modulus) >= 0) {
    throw new SigningRefused("not a number below the modulus");
  }
}

/** Hands out a raw signature only if `s^e = m`: one faulty signature would give the key away. Throws `SigningRefused`. */
export function checkedSignature(
  privateKey: KeyObject,
  blinded: Uint8Array,
  signature: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const { key } = publicHalf(privateKey);
  if (Buffer.compare(publicDecrypt({ key, ...RAW }, signature), blinded) !== 0) {
    throw new SigningRefused("the signature is faulty");
  }
  return new Uint8Array(signature);
}

/**
 * BlindSign of RFC 9474 (section 4.3), by OpenSSL: the private key meets no JavaScript number.
 * Throws `SigningRefused`. About 2 ms for RSA-3072.
 */
export function signBlinded(privateKey: KeyObject, blinded: Uint8Array): Uint8Array<ArrayBuffer> {
  assertSignable(privateKey, blinded);
  return checkedSignature(
    privateKey,
    blinded,
    privateEncrypt({ key: privateKey, ...RAW }, blinded),
  );
}
