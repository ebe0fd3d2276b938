import { concatBytes, sameBytes, sha256, utf8 } from "@/lib/sealing/bytes";

const CONTEXT = utf8("sorti/v1");
const HASH_LENGTH = 32;

/** RFC 9474's Randomized preparation puts 32 random bytes before the message. */
export const PREFIX_LENGTH = 32;

/** Where a prepared message's manifest hash begins, bytes. */
export const HASH_AT = PREFIX_LENGTH + CONTEXT.length;

/** Length of a prepared message: prefix, context, manifest hash, the answer's digest (104 bytes). */
export const PREPARED_LENGTH = HASH_AT + 2 * HASH_LENGTH;

/** What a credential is bound to: SHA-256(sealed ‖ withdrawalHash). As hard to guess as the sealed answer itself. */
export function answerDigest(
  sealed: Uint8Array,
  withdrawalHash: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(concatBytes(sealed, withdrawalHash));
}

/** `"sorti/v1" ‖ SHA-256(manifest) ‖ the answer's digest` (72 bytes; design 2, step 4). */
export function credentialMessage(
  manifestHash: Uint8Array,
  digest: Uint8Array,
): Uint8Array<ArrayBuffer> {
  if (manifestHash.length !== HASH_LENGTH || digest.length !== HASH_LENGTH) {
    throw new RangeError("a credential message takes 32 and 32 bytes");
  }
  return concatBytes(CONTEXT, manifestHash, digest);
}

/** What a prepared message says; null when it is not one of ours. The context stands after the prefix. */
export function readPrepared(
  prepared: Uint8Array,
): { readonly manifestHash: Uint8Array; readonly digest: Uint8Array } | null {
  if (prepared.length !== PREPARED_LENGTH) return null;
  if (!sameBytes(prepared.subarray(PREFIX_LENGTH, HASH_AT), CONTEXT)) return null;
  const middle = HASH_AT + HASH_LENGTH;
  return { manifestHash: prepared.slice(HASH_AT, middle), digest: prepared.slice(middle) };
}
