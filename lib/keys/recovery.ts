/** Crockford's base 32, as on the receipts. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 32 bytes as thirteen groups of four, for the printed sheet: 256 bits and four zero bits. */
export function recoveryCode(secret: Uint8Array): string {
  let text = "";
  let [held, bits] = [0, 0];
  for (const byte of [...secret, 0]) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET.charAt((held >> (bits - 5)) & 31);
    held &= 31;
  }
  return text.replace(/.{4}(?=.)/g, "$&-");
}

/** The bytes of a typed code, forgiving case, spaces, hyphens, O for 0 and I or L for 1; null when it is none. */
export function readRecoveryCode(text: string): Uint8Array | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{52}$/.test(plain)) return null;
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const character of plain) {
    held = ((held << 5) | ALPHABET.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return (held & 15) === 0 ? Uint8Array.from(bytes) : null;
}
