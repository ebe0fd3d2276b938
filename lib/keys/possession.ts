import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { fromBase64Url } from "@/lib/sealing/base64url";
import type { Custodian } from "@/lib/sealing/envelope";
import { type CustodianKey, openEnvelope, sealLayer } from "@/lib/sealing/open";

/** Bound to no manifest: answering a challenge can never open anybody's answer. */
const AAD = createHash("sha256").update("sorti/v1 possession").digest();

/** A challenge to whoever claims a public key (base64url point). `expected` stays with the challenger. */
export function possessionChallenge(
  custodian: Custodian,
  publicKey: string,
): { readonly envelope: Uint8Array; readonly expected: Uint8Array } {
  const expected = new Uint8Array(randomBytes(32));
  return { envelope: sealLayer(custodian, fromBase64Url(publicKey), expected, AAD), expected };
}

/** The custodian's answer: only the private key can give it. Throws `EnvelopeRefused`. */
export function proofOfPossession(key: CustodianKey, envelope: Uint8Array): Uint8Array {
  return openEnvelope(key, envelope, AAD);
}

/** Whether the answer proves possession; without it no manifest is signed. */
export function provesPossession(expected: Uint8Array, proof: Uint8Array): boolean {
  return expected.length === proof.length && timingSafeEqual(expected, proof);
}
