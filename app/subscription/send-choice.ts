export type Wish = "confirm" | "stop";
type Done = "confirmed" | "stopped" | "forgotten" | "noLink";
type Trouble = "offline" | "slow-down" | "server";
export type Sent = { readonly done: Done } | { readonly trouble: Trouble };

/** Sends a choice, without cookie or referrer. */
export async function sendChoice(token: string, wish: Wish): Promise<Sent> {
  const response = await fetch("/api/subscriptions", {
    method: "POST",
    body: JSON.stringify({ token, wish }),
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    redirect: "error",
  }).catch(() => null);
  if (response === null) return { trouble: "offline" };
  if (response.status === 204) return { done: wish === "confirm" ? "confirmed" : "stopped" };
  if (response.status === 410) return { done: "forgotten" };
  // A link cut short by a mail program does not even read as one.
  if (response.status === 400) return { done: "noLink" };
  return { trouble: response.status === 429 ? "slow-down" : "server" };
}
