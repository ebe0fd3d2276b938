import { accounts } from "@/lib/auth/accounts";
import { oidcProvider } from "@/lib/auth/oidc";
import { isSignedByRegion } from "@/lib/auth/region-keys";
import { endSessionsOfRegion } from "@/lib/auth/sessions";
import { noteSignIn } from "@/lib/auth/traces";
import { forgetOpened } from "@/lib/keys/opened";
import { readLogout, TakenTokens, takeApart } from "@/lib/sign-in/logout-token";

const taken = new TakenTokens();

/**
 * Ends what somebody has open here by the region's own sign-in, since it says that they have signed out there, or were
 * signed out. False for a word that is not the region's, or that was taken before. What began after the region said so
 * stays, so that the same word at another instance ends nothing more. Throws when the region cannot be asked.
 */
export async function endByRegion(word: string, now: Date): Promise<boolean> {
  const provider = oidcProvider();
  const token = provider && takeApart(word);
  if (!token) return false;
  // Before anybody is asked: what is not for us is not worth a question.
  const said = readLogout(token.claims, provider, now);
  if (!said || !(await isSignedByRegion(provider.issuer, token, now))) return false;
  if (!taken.take(said.id, now)) return false;
  const user = await accounts().user.findUnique({ where: { subject: said.subject } });
  if (!user) return true;
  forgetOpened(user.id);
  const ended = await endSessionsOfRegion(user.id, said.began);
  if (ended > 0) await noteSignIn(user.id, "/sign-out region", now);
  return true;
}
