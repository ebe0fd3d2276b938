import { createHmac } from "node:crypto";
import { keyDirectory } from "./directory";
import { installationKey } from "./installation-key";

/** The key that turns the employer's references into pseudonyms. Lost, no re-import finds its rows again. */
export function pseudonymKey(dir = keyDirectory()): Uint8Array {
  return installationKey(dir, "pseudonym.key");
}

/** What is stored instead of an employee's reference: HMAC-SHA-256, hexadecimal. */
export function pseudonymOf(key: Uint8Array, employeeRef: string): string {
  return createHmac("sha256", key).update(employeeRef, "utf8").digest("hex");
}
