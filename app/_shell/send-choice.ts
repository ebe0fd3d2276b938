/** Sends the choice of somebody who came by a mailed link, without cookie or referrer; null when there is no line. */
export async function sendChoice(
  door: "/api/reminders" | "/api/subscriptions",
  token: string,
  wish: string,
): Promise<number | null> {
  const response = await fetch(door, {
    method: "POST",
    body: JSON.stringify({ token, wish }),
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    redirect: "error",
  }).catch(() => null);
  return response?.status ?? null;
}
