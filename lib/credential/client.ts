import { fromBase64Url } from "@/lib/sealing/base64url";
import { concatBytes, owned } from "@/lib/sealing/bytes";
import { PREFIX_LENGTH } from "./message";
import { inverseOf, power, toBytes, toInteger } from "./modular";
import { pssEncode, SALT_LENGTH } from "./pss";

/** An RSA public key: modulus and exponent, base64url, big-endian. */
export type IssuerKey = { readonly n: string; readonly e: string };

/** `random(n)` returns n bytes of a secure source; tests hand in the numbers of RFC 9474's vectors. */
type Random = (n: number) => Uint8Array;

/** The issuer's key or answer is unusable; the page says so and sends nothing. */
export class CredentialRefused extends Error {}

const ATTEMPTS = 128;

/** A number drawn evenly from 1 … n−1 that has an inverse: the blinding factor and what undoes it. */
function blindingFactor(n: bigint, length: number, random: Random): [bigint, bigint] {
  for (let i = 0; i < ATTEMPTS; i += 1) {
    const factor = toInteger(random(length));
    const inverse = factor > 0n && factor < n ? inverseOf(factor, n) : null;
    if (inverse !== null) return [factor, inverse];
  }
  throw new CredentialRefused("no blinding factor found");
}

/**
 * Prepare and Blind of RFC 9474, RSABSSA-SHA384-PSS-Randomized (sections 4.1 and 4.2).
 * Draws, in this order: 32 bytes prefix, 48 bytes salt, then the blinding factor (as many bytes as the modulus).
 * `blinded` goes to the issuer; `prepared` and `inverse` stay with the person.
 */
export async function blindMessage(
  key: IssuerKey,
  message: Uint8Array,
  random: Random,
): Promise<{
  prepared: Uint8Array<ArrayBuffer>;
  blinded: Uint8Array<ArrayBuffer>;
  inverse: Uint8Array<ArrayBuffer>;
}> {
  const n = toInteger(fromBase64Url(key.n));
  const e = toInteger(fromBase64Url(key.e));
  const bits = n.toString(2).length;
  const length = Math.ceil(bits / 8);
  const prepared = concatBytes(random(PREFIX_LENGTH), message);
  const encoded = toInteger(await pssEncode(prepared, bits - 1, random(SALT_LENGTH)));
  if (inverseOf(encoded, n) === null) throw new CredentialRefused("the key is broken");
  const [factor, inverse] = blindingFactor(n, length, random);
  const blinded = (encoded * power(factor, e, n)) % n;
  return { prepared, blinded: toBytes(blinded, length), inverse: toBytes(inverse, length) };
}

/**
 * Finalize of RFC 9474 (section 4.4): undoes the blinding and verifies the signature.
 * Throws `CredentialRefused` when the issuer's answer does not verify.
 */
export async function finalizeCredential(
  key: IssuerKey,
  state: { readonly prepared: Uint8Array; readonly inverse: Uint8Array },
  blindSignature: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const modulus = fromBase64Url(key.n);
  const n = toInteger(modulus);
  if (blindSignature.length !== modulus.length || state.inverse.length !== modulus.length) {
    throw new CredentialRefused("of the wrong length");
  }
  const plain = (toInteger(blindSignature) * toInteger(state.inverse)) % n;
  const signature = toBytes(plain, modulus.length);
  const jwk = { kty: "RSA", n: key.n, e: key.e, alg: "PS384" };
  const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
  const publicKey = await crypto.subtle.importKey("jwk", jwk, algorithm, false, ["verify"]);
  const pss = { name: "RSA-PSS", saltLength: SALT_LENGTH };
  if (!(await crypto.subtle.verify(pss, publicKey, signature, owned(state.prepared)))) {
    throw new CredentialRefused("does not verify");
  }
  return signature;
}
