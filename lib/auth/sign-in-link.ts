import { accounts } from "@/lib/auth/accounts";
import { oidcProvider } from "@/lib/auth/oidc";
import { hashOfSecret, newSecret } from "@/lib/auth/secrets";
import { beginSession } from "@/lib/auth/sessions";
import type { User } from "@/lib/auth/tables";
import { noteSignIn } from "@/lib/auth/traces";
import { env, isDemo } from "@/lib/env";
import { signInAddress } from "@/lib/mail/addresses";
import { sendMail } from "@/lib/mail/send";
import { signInMail } from "@/lib/mail/sign-in";
import { LINK_MINUTES, linkUntil, MOST_LINKS, needsSecondFactor } from "@/lib/sign-in/rule";
import type { Locale } from "@/lib/wording/number";

/** Whoever has come by the region's own sign-in comes that way, as long as there is one. */
function mayUseLink(user: User): boolean {
  const elsewhere = user.subject !== null && oidcProvider() !== null;
  return !user.disabled && !elsewhere && (!user.demo || isDemo());
}

/**
 * Mails a link to an account; nothing to an address that is nobody's, and nobody is told which. `browser`: the secret
 * of the browser that asks, which alone can use it. Throws `MailProblem`.
 */
export async function mailSignInLink(
  email: string,
  browser: string,
  language: Locale,
  now: Date,
): Promise<void> {
  const own = accounts();
  const user = await own.user.findUnique({ where: { email } });
  if (!user || !mayUseLink(user)) return;
  const waiting = await own.signInLink.count({ where: { userId: user.id, until: { gt: now } } });
  if (waiting >= MOST_LINKS) return;
  const secret = newSecret();
  const [hash, asked] = [hashOfSecret(secret), hashOfSecret(browser)];
  await own.signInLink.create({
    data: { hash, userId: user.id, browser: asked, until: linkUntil(now) },
  });
  const { SORTI_REGION: region } = env();
  const words = { language, region, minutes: LINK_MINUTES, link: signInAddress(secret) };
  await sendMail({ ...signInMail(words), to: user.email });
}

/** What became of a link: a session, or nothing. */
export type Opened = { readonly user: User; readonly secret: string; readonly waits: boolean };

/**
 * Uses a link, once, in the browser that asked for it. Null for any other link, whatever is wrong with it. `waits`:
 * the session opens nothing until the second factor has been shown.
 */
export async function openSignInLink(
  secret: string,
  browser: string,
  now: Date,
): Promise<Opened | null> {
  const own = accounts();
  const hash = hashOfSecret(secret);
  const where = { hash, browser: hashOfSecret(browser), until: { gt: now } };
  const link = await own.signInLink.findFirst({ where, include: { user: true } });
  if (!link || !mayUseLink(link.user)) return null;
  // Two at once: one of them removes it.
  if ((await own.signInLink.deleteMany({ where: { hash } })).count !== 1) return null;
  const { user } = link;
  await own.signInLink.deleteMany({ where: { userId: user.id } });
  const waits = needsSecondFactor(user);
  const stage = waits ? "code" : "plain";
  const session = await beginSession(user.id, { means: "link", stage }, now);
  await noteSignIn(user.id, "/sign-in link", now);
  return { user, secret: session, waits };
}
