import { cookies } from "next/headers";
import { askedCookie, sessionCookie } from "@/lib/auth/cookie";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { newSecret } from "@/lib/auth/secrets";
import { LINK_MINUTES, SESSION_HOURS } from "@/lib/sign-in/rule";

/** Longer addresses of our own are not gone back to. */
const LONGEST_PATH = 500;

type Asked = { readonly secret: string; readonly next: string };

/** What this browser remembers of asking for a link; null when it did not ask, or too long ago. */
export async function askedHere(): Promise<Asked | null> {
  const held = (await cookies()).get(askedCookie().name)?.value ?? "";
  const found = /^([\w-]{43}) (.*)$/.exec(held);
  return found ? { secret: found[1] ?? "", next: sameSitePath(found[2], "") } : null;
}

/** Has this browser remember that it asks, and where it wants to go; the secret that it is known by. */
export async function rememberAsking(next: string): Promise<string> {
  const secret = (await askedHere())?.secret ?? newSecret();
  const { name, options } = askedCookie();
  const place = next.length > LONGEST_PATH ? "" : next;
  (await cookies()).set(name, `${secret} ${place}`, { ...options, maxAge: LINK_MINUTES * 60 });
  return secret;
}

/** Has this browser hold a session. */
export async function holdSession(secret: string): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, secret, { ...options, maxAge: SESSION_HOURS * 3600 });
}

/** Has this browser forget both. */
export async function forgetHere(): Promise<void> {
  const jar = await cookies();
  for (const { name, options } of [sessionCookie(), askedCookie()]) {
    if (jar.has(name)) jar.set(name, "", { ...options, maxAge: 0 });
  }
}
