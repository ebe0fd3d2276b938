import { randomBytes } from "node:crypto";
import { noteRefusal } from "@/lib/refusals";
import { AddressLimit } from "@/lib/survey/address-limit";

/** A council may sign in from one network before its meeting; who tries addresses by the hundred is held up. */
const MOST_OF_A_NETWORK = 30;

/** Mails that anybody may have sent to one address in a minute. */
const MOST_TO_AN_ADDRESS = 2;

const MINUTE = 60_000;
const networks = new AddressLimit(randomBytes);
const addresses = new AddressLimit(randomBytes);
// Silence keeps nothing either.
setInterval(() => {
  networks.forget(Date.now());
  addresses.forget(Date.now());
}, MINUTE).unref();

/** Counts who is held up. */
function told(admitted: boolean): boolean {
  if (!admitted) noteRefusal("too many sign-ins");
  return admitted;
}

/** Whether whoever asks may try once more this minute. Known only under a key that lives an hour. */
export function networkMayTry(headers: Headers, now = Date.now()): boolean {
  // Our own server has put the one trustworthy address here (lib/cli/serve.ts).
  return told(networks.admits(headers.get("x-forwarded-for") ?? "direct", MOST_OF_A_NETWORK, now));
}

/** Whether a link may be asked for once more this minute, whether or not the address has an account. */
export const addressMayAsk = (email: string, now = Date.now()): boolean =>
  told(addresses.admits(email, MOST_TO_AN_ADDRESS, now));
