import { concatBytes, sameBytes, utf8 } from "@/lib/sealing/bytes";

const CONTEXT = utf8("sorti/v1");
const HASH_LENGTH = 32;
const RANDOM_LENGTH = 32;

/** RFC 9474's Randomized preparation puts 32 random bytes before the message. */
export const PREFIX_LENGTH = 32;

/** Length of a prepared message: prefix, context, manifest hash, randomness (104 bytes). */
export const PREPARED_LENGTH = PREFIX_LENGTH + CONTEXT.length + HASH_LENGTH + RANDOM_LENGTH;

/** `"sorti/v1" ‖ SHA-256(manifest) ‖ 32 random bytes` (72 bytes; design 2, step 4). */
export function credentialMessage(
  manifestHash: Uint8Array,
  random: Uint8Array,
): Uint8Array<ArrayBuffer> {
  if (manifestHash.length !== HASH_LENGTH || random.length !== RANDOM_LENGTH) {
    throw new RangeError("a credential message takes 32 and 32 bytes");
  }
  return concatBytes(CONTEXT, manifestHash, random);
}

/** What a prepared message says; null when it is not one of ours. The context stands after the prefix. */
export function readPrepared(prepared: Uint8Array): { manifestHash: Uint8Array } | null {
  if (prepared.length !== PREPARED_LENGTH) return null;
  const start = PREFIX_LENGTH + CONTEXT.length;
  if (!sameBytes(prepared.subarray(PREFIX_LENGTH, start), CONTEXT)) return null;
  return { manifestHash: prepared.slice(start, start + HASH_LENGTH) };
}
