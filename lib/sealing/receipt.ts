import { sha256, utf8 } from "./bytes";

/** Crockford's base 32: no I, L, O, U, so that a code read aloud or typed survives. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 20;
const RECEIPT = /^[0-9A-HJKMNP-TV-Z]{20}$/;

/**
 * A receipt code of 100 random bits, in five groups of four: `7K2M-9QXD-…`.
 * `random(n)` returns n bytes of the system's secure source.
 */
export function receiptFrom(random: (n: number) => Uint8Array): string {
  const characters = Array.from(random(LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join("");
  return characters.replace(/.{4}(?=.)/g, "$&-");
}

/** The code as it is hashed: upper case, no hyphens or spaces, O as 0, I and L as 1; null when it is no code. */
export function normaliseReceipt(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return RECEIPT.test(plain) ? plain : null;
}

/** The normalised code as UTF-8 (20 bytes), as a withdrawal is kept; null when it is no code. */
export function receiptBytes(receipt: string): Uint8Array<ArrayBuffer> | null {
  const plain = normaliseReceipt(receipt);
  return plain === null ? null : utf8(plain);
}

/** SHA-256 of `receiptBytes` (32 bytes), as it stands beside an answer; null when it is no code. */
export async function withdrawalHash(receipt: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = receiptBytes(receipt);
  return bytes && sha256(bytes);
}
