export type Sent = "saved" | "cut-short" | "offline" | "slow-down" | "server";

/** What the server's status says of a choice; null: it was not reached. "saved" says nothing of whether the token is anybody's. */
export function sentOf(status: number | null): Sent {
  if (status === null) return "offline";
  if (status === 204) return "saved";
  // A link cut short by a mail program does not even read as one.
  if (status === 400) return "cut-short";
  return status === 429 ? "slow-down" : "server";
}
