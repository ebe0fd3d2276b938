import { constants, createHash, type KeyObject, randomBytes, sign } from "node:crypto";
import { credentialMessage, PREFIX_LENGTH } from "@/lib/credential/message";
import { SALT_LENGTH } from "@/lib/credential/pss";
import { concatBytes, owned } from "@/lib/sealing/bytes";
import { SEALED_LENGTHS } from "@/lib/sealing/envelope";

const random = (n: number) => owned(randomBytes(n));

/** Noise of a sealed answer's size: whoever receives it cannot tell. */
export const noiseEnvelope = () => random(SEALED_LENGTHS[0] ?? 0);

/**
 * An answer with its credential, signed straight away: a blind signature, unblinded, is the same signature.
 * Saves the bench the client's work, which is not what it measures.
 */
export function signedAnswer(
  issuer: KeyObject,
  manifestHash: Uint8Array,
  sealed = noiseEnvelope(),
) {
  const withdrawalHash = random(32);
  const digest = createHash("sha256").update(sealed).update(withdrawalHash).digest();
  const message = concatBytes(random(PREFIX_LENGTH), credentialMessage(manifestHash, digest));
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_LENGTH };
  const signature = owned(sign("sha384", message, { key: issuer, ...pss }));
  return { message, signature, sealed, withdrawalHash };
}

export type SignedAnswer = ReturnType<typeof signedAnswer>;

/** A value that can be signed: below the modulus, whose first bit is 1. */
export function signable(): Uint8Array<ArrayBuffer> {
  const blinded = random(384);
  blinded[0] = (blinded[0] ?? 0) & 0x7f;
  return blinded;
}
