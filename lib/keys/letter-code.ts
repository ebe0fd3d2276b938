import { createHmac } from "node:crypto";
import { letterCodeFrom } from "@/lib/sealing/letter-code";

/**
 * The code that stands in a letter: 80 bits of HMAC-SHA-256 under the link key, which lies outside every
 * database. Printed again it is the same; it is stored nowhere. For printing and for `letter-link.ts` only.
 */
export function letterCodeOf(linkKey: Uint8Array, letterId: string): string {
  const mac = createHmac("sha256", linkKey).update(`sorti/v1 letter ${letterId}`, "utf8").digest();
  return letterCodeFrom(mac.subarray(0, 10));
}
