import { concatBytes, owned } from "@/lib/sealing/bytes";

/** SHA-384's length, and by RFC 9474 (PSS variant) the salt's as well. */
const HASH_LENGTH = 48;
export const SALT_LENGTH = 48;

async function sha384(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-384", owned(bytes)));
}

/** MGF1 (RFC 8017, B.2.1): `length` bytes drawn out of a seed. */
async function mask(seed: Uint8Array, length: number): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  for (let i = 0; i * HASH_LENGTH < length; i += 1) {
    blocks.push(await sha384(concatBytes(seed, Uint8Array.of(0, 0, i >> 8, i & 255))));
  }
  return concatBytes(...blocks).subarray(0, length);
}

/** EMSA-PSS-ENCODE (RFC 8017, 9.1.1) with SHA-384 and the salt handed in. `bits`: the modulus' length less one. */
export async function pssEncode(
  message: Uint8Array,
  bits: number,
  salt: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const length = Math.ceil(bits / 8);
  const hash = await sha384(concatBytes(new Uint8Array(8), await sha384(message), salt));
  const zeros = length - salt.length - HASH_LENGTH - 2;
  const block = concatBytes(new Uint8Array(zeros), Uint8Array.of(1), salt);
  const masking = await mask(hash, block.length);
  const masked = block.map((byte, i) => byte ^ (masking[i] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return concatBytes(masked, hash, Uint8Array.of(0xbc));
}
