import { createHash, createHmac } from "node:crypto";

/**
 * The token of one invitation's choice about reminders (32 bytes), bound to the address that its mails go to. It is
 * computed under a label of its own, so that neither it nor the survey's token can be turned into the other.
 */
export function stopToken(
  key: Uint8Array,
  invitationId: string,
  address: string,
): Uint8Array<ArrayBuffer> {
  const said = `reminders ${invitationId} ${address}`;
  return new Uint8Array(createHmac("sha256", key).update(said, "utf8").digest());
}

/** What is stored of it: SHA-256, hex. */
export function stopTokenHash(token: Uint8Array): string {
  return createHash("sha256").update(token).digest("hex");
}
