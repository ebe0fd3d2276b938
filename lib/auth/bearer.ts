import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether a call shows a secret as its bearer token. Never where there is no secret to show. */
export function showsBearer(headers: Headers, secret: string | undefined): boolean {
  const shown = headers.get("authorization");
  if (secret === undefined || shown === null) return false;
  // Digests are of one length, and comparing them takes the same time whatever was shown.
  return timingSafeEqual(digest(`Bearer ${secret}`), digest(shown));
}
