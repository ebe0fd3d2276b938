export type Wish = "confirm" | "stop";
type Done = "confirmed" | "stopped" | "forgotten" | "noLink";
type Trouble = "offline" | "slow-down" | "server";
export type Sent = { readonly done: Done } | { readonly trouble: Trouble };

/** What the server's status says of a choice; null: it was not reached. */
export function sentOf(status: number | null, wish: Wish): Sent {
  if (status === null) return { trouble: "offline" };
  if (status === 204) return { done: wish === "confirm" ? "confirmed" : "stopped" };
  if (status === 410) return { done: "forgotten" };
  // A link cut short by a mail program does not even read as one.
  if (status === 400) return { done: "noLink" };
  return { trouble: status === 429 ? "slow-down" : "server" };
}
