import type { Wish } from "@/lib/reminders/rule";

export type Sent = "saved" | "cut-short" | "offline" | "slow-down" | "server";

/** Sends a choice, without cookie or referrer. "saved" says nothing of whether the token is anybody's. */
export async function sendChoice(token: string, wish: Wish): Promise<Sent> {
  const response = await fetch("/api/reminders", {
    method: "POST",
    body: JSON.stringify({ token, wish }),
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    redirect: "error",
  }).catch(() => null);
  if (response === null) return "offline";
  if (response.status === 204) return "saved";
  // A link cut short by a mail program does not even read as one.
  if (response.status === 400) return "cut-short";
  return response.status === 429 ? "slow-down" : "server";
}
