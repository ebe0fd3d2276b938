import { createHmac } from "node:crypto";
import { keyDirectory } from "./directory";
import { installationKey } from "./installation-key";

/** The key that the tokens in mails to subscribers are computed from: a file outside every database. */
export function subscriptionKey(dir = keyDirectory()): Uint8Array {
  return installationKey(dir, "subscription.key");
}

/** A subscriber's token (32 bytes), the same in each mail and never stored. A new subscription has another. */
export function subscriptionToken(key: Uint8Array, id: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac("sha256", key).update(`subscription ${id}`, "utf8").digest());
}
