/** Crockford's base 32: no I, L, O, U, so that a code on paper survives being read aloud and typed. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DATA = 16;
const CODE = /^[0-9A-HJKMNP-TV-Z]{17}$/;

/** One step in GF(32), x⁵ + x² + 1: times x, plus the next character. */
const step = (sum: number, value: number) => (sum << 1) ^ (sum & 16 ? 37 : 0) ^ value;

/** 0 for a whole code. Its weights are 17 different powers of x: no single slip and no two swapped characters pass. */
function checksum(text: string): number {
  return Array.from(text, (character) => ALPHABET.indexOf(character)).reduce(step, 0);
}

/** A letter's code: 80 bits (10 bytes) as 16 characters, and the one that makes the checksum 0. */
export function letterCodeFrom(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const data = (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five, 2)));
  if (bytes.length !== 10) throw new RangeError(`a letter's code has ${DATA * 5} bits`);
  return `${data.join("")}${ALPHABET.charAt(checksum(`${data.join("")}0`))}`;
}

/** As it is printed, in groups of four: `7K2M-9QXD-AB3C-4EFG-H`. */
export function groupedLetterCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, "$&-");
}

/** A code as somebody typed it: case, spaces, hyphens, O for 0, I and L for 1 forgiven; null when it is none. */
export function normaliseLetterCode(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return CODE.test(plain) && checksum(plain) === 0 ? plain : null;
}
