import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import type { Manifest } from "@/lib/rounds/manifest";
import { fromBase64Url } from "./base64url";
import { concatBytes, owned, utf8 } from "./bytes";
import { canonicalJson } from "./canonical";
import { answerStep, type Custodian, custodianInfo, pad } from "./envelope";
import type { Payload } from "./payload";

/** RFC 9180, base mode: KEM 0x0010, KDF 0x0001, AEAD 0x0002. */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

async function sealTo(custodian: Custodian, key: string, plaintext: Uint8Array, aad: Uint8Array) {
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64Url(key));
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: custodianInfo(custodian) },
    owned(plaintext),
    owned(aad),
  );
  return concatBytes(new Uint8Array(enc), new Uint8Array(ct));
}

/**
 * Seals one answer: canonical JSON, padded, to custodian 1, then to custodian 2 (design 2, step 7).
 * `manifestHash` is SHA-256 of the manifest's text, the AAD of both layers.
 * The result is 4 258 bytes (8 354 for unusually long texts). Throws `TooLong` above that.
 */
export async function sealAnswer(
  payload: Payload,
  manifest: Manifest,
  manifestHash: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  // Named one by one: nothing else that a caller's object carries is ever sent.
  const { answers, unit, series } = payload;
  const plaintext = utf8(canonicalJson({ answers, unit, series }));
  const padded = pad(plaintext, answerStep(plaintext.length));
  const [first, second] = manifest.custodianKeys;
  return sealTo(2, second, await sealTo(1, first, padded, manifestHash), manifestHash);
}
