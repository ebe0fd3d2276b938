import { createHash, createHmac } from "node:crypto";

/**
 * The token of one departure's own link to its exit talk: 32 bytes, base64url. It is computed apart from the
 * survey's link, so that neither can be turned into the other.
 */
export function talkToken(key: Uint8Array, departureId: string): string {
  return createHmac("sha256", key).update(`exit talk ${departureId}`, "utf8").digest("base64url");
}

/** What is stored of it: SHA-256, hex. */
export function talkTokenHash(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}
