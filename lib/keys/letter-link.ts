import { createHmac } from "node:crypto";
import { letterCodeOf } from "./letter-code";
import { tokenHash } from "./link-key";

/**
 * The token that a letter's code stands for: from here on a letter is a link like any other. It is an HMAC,
 * so that whoever has the tables and not the key cannot try codes against them.
 */
export function tokenOfCode(linkKey: Uint8Array, code: string): Uint8Array<ArrayBuffer> {
  const mac = createHmac("sha256", linkKey).update(`sorti/v1 letter code ${code}`, "utf8");
  return new Uint8Array(mac.digest());
}

/** What the issuer keeps of a letter's code, and what withdraws it. The code itself goes no further. */
export function letterTokenHash(linkKey: Uint8Array, letterId: string): Uint8Array<ArrayBuffer> {
  return tokenHash(tokenOfCode(linkKey, letterCodeOf(linkKey, letterId)));
}
