import {
  createCipheriv,
  createDecipheriv,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { fromBase64Url } from "./base64url";
import { concatBytes } from "./bytes";
import { type Custodian, custodianInfo, doublingStep, POINT_LENGTH, pad } from "./envelope";
import { keySchedule } from "./hpke";
import { pointOf, publicKeyFromPoint } from "./point";

const TAG_LENGTH = 16;

/** A custodian's opened key for one round. `publicPoint`: 65 bytes, as in the manifest. */
export type CustodianKey = {
  readonly custodian: Custodian;
  readonly privateKey: KeyObject;
  readonly publicPoint: Uint8Array;
};

/** Not sealed to this key, for this custodian, with this AAD; or damaged. Which, nobody can tell. */
export class EnvelopeRefused extends Error {}

/**
 * Opens one layer with OpenSSL (RFC 9180; the same format as `sealAnswer` writes).
 * Returns the plaintext, still padded. Throws `EnvelopeRefused`.
 */
export function openEnvelope(
  key: CustodianKey,
  envelope: Uint8Array,
  aad: Uint8Array,
): Uint8Array<ArrayBuffer> {
  if (envelope.length < POINT_LENGTH + TAG_LENGTH) throw new EnvelopeRefused("too short");
  const enc = envelope.subarray(0, POINT_LENGTH);
  const body = envelope.subarray(POINT_LENGTH, envelope.length - TAG_LENGTH);
  try {
    const dh = diffieHellman({ privateKey: key.privateKey, publicKey: publicKeyFromPoint(enc) });
    const derived = keySchedule(dh, enc, key.publicPoint, custodianInfo(key.custodian));
    const decipher = createDecipheriv("aes-256-gcm", derived.key, derived.nonce);
    decipher.setAAD(aad).setAuthTag(envelope.subarray(envelope.length - TAG_LENGTH));
    return concatBytes(decipher.update(body), decipher.final());
  } catch {
    throw new EnvelopeRefused("does not open");
  }
}

/** Seals one layer to a custodian's public point, with a fresh key pair that is forgotten at once. */
export function sealLayer(
  custodian: Custodian,
  publicPoint: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const ephemeral = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const enc = pointOf(ephemeral.publicKey);
  const dh = diffieHellman({
    privateKey: ephemeral.privateKey,
    publicKey: publicKeyFromPoint(publicPoint),
  });
  const { key, nonce } = keySchedule(dh, enc, publicPoint, custodianInfo(custodian));
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(aad);
  return concatBytes(enc, cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
}

/**
 * Seals what the mix itself writes (totals, texts, carried-over answers) to custodian 1, then custodian 2.
 * `keys`: the manifest's `custodianKeys`. `aad`: 32 bytes that say what it is and for which round.
 * The plaintext is padded to `smallest · 2^j` bytes: choose `smallest` so that all of a kind are alike.
 */
export function sealEnvelope(
  plaintext: Uint8Array,
  keys: readonly [string, string],
  aad: Uint8Array,
  smallest = 4096,
): Uint8Array<ArrayBuffer> {
  const padded = pad(plaintext, doublingStep(plaintext.length, smallest));
  const inner = sealLayer(1, fromBase64Url(keys[0]), padded, aad);
  return sealLayer(2, fromBase64Url(keys[1]), inner, aad);
}
