import { randomBytes } from "node:crypto";
import { AddressLimit } from "@/lib/survey/address-limit";

/** A party of politicians may subscribe from one network; who sends mails to strangers is held up. */
const MOST_A_MINUTE = 20;

const MINUTE = 60_000;
const addresses = new AddressLimit(randomBytes);
// Silence keeps nothing either.
setInterval(() => addresses.forget(Date.now()), MINUTE).unref();

/** Whether whoever asks may ask once more this minute. Known only under a key that lives an hour. */
export function mayAsk(headers: Headers, now = Date.now()): boolean {
  // Our own server has put the one trustworthy address here (lib/cli/serve.ts).
  return addresses.admits(headers.get("x-forwarded-for") ?? "direct", MOST_A_MINUTE, now);
}
