import { createHash } from "node:crypto";

const BEGINS = "sorti_";
const BYTES = 32;
const KEY = /^sorti_[A-Za-z0-9_-]{43}$/;

/** A key as it is shown once: 256 random bits. The prefix lets a scanner of repositories find one that strayed. */
export function keyOf(random: Uint8Array): string {
  if (random.length !== BYTES) throw new RangeError("a key is made of 32 bytes");
  return `${BEGINS}${Buffer.from(random).toString("base64url")}`;
}

/** What is stored of a key: SHA-256. It needs no salt and no slowness, since nobody guesses 256 bits. */
export function hashOf(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(key).digest());
}

/** The key in `Authorization: Bearer …`; null when there is none that could be one. */
export function bearerKey(header: string | null): string | null {
  const key = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1];
  return key !== undefined && KEY.test(key) ? key : null;
}
