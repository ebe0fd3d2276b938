import type { NextAuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { sessionCookie, wayCookies } from "@/lib/auth/cookie";
import { accountOfSubject, admit, oidcProvider, type Provider } from "@/lib/auth/oidc";
import { beginSession } from "@/lib/auth/sessions";
import { noteSignIn } from "@/lib/auth/traces";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { noteRefusal } from "@/lib/refusals";
import { SESSION_HOURS } from "@/lib/sign-in/rule";

const PROVIDER = "oidc";

/** Never asked of our accounts: they are found by subject, made elsewhere, and read on each request elsewhere. */
const refuse = (): never => {
  throw new Error("Accounts are not changed here.");
};

/** What next-auth may do with our accounts: find the one that `admit` let in, and begin a session for it. */
function adapter({ issuer }: Provider): Adapter {
  return {
    getUserByAccount: async ({ providerAccountId }) => {
      const user = await accountOfSubject(`${issuer} ${providerAccountId}`);
      return user && { id: user.id, email: user.email, emailVerified: null };
    },
    createSession: async ({ userId, expires }) => {
      const now = new Date();
      // The region's own sign-in asks for its own second factor (docs/hosting.md).
      const sessionToken = await beginSession(userId, { means: "oidc", stage: "proven" }, now);
      await noteSignIn(userId, "/sign-in oidc", now);
      return { sessionToken, userId, expires };
    },
    // A new sign-in is a new session, whoever was signed in here before.
    getSessionAndUser: async () => null,
    updateSession: async () => null,
    deleteSession: async () => null,
    getUser: async () => null,
    getUserByEmail: async () => null,
    createUser: refuse,
    updateUser: refuse,
    linkAccount: refuse,
  };
}

/** Names the kind of trouble in the server's log: what came with it may hold claims. */
const logger = {
  error: (code: string) => log("sign-in-failed", { failure: code }),
  warn: () => undefined,
  debug: () => undefined,
};

/** Next-auth does OpenID Connect: discovery, code flow with PKCE, state and nonce. Null where there is none. */
export function authOptions(): NextAuthOptions | null {
  const provider = oidcProvider();
  const { NEXTAUTH_SECRET: secret, SORTI_ORIGIN: origin } = env();
  if (!provider || !secret) return null;
  const { issuer, clientId, clientSecret } = provider;
  return {
    providers: [
      {
        id: PROVIDER,
        name: PROVIDER,
        type: "oauth",
        wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        ...{ clientId, clientSecret, idToken: true },
        authorization: { params: { scope: "openid email profile" } },
        checks: ["pkce", "state", "nonce"],
        profile: ({ sub }: { readonly sub: string }) => ({ id: sub }),
      },
    ],
    secret,
    adapter: adapter(provider),
    session: { strategy: "database", maxAge: SESSION_HOURS * 3600 },
    useSecureCookies: origin.startsWith("https://"),
    cookies: { sessionToken: sessionCookie(), ...wayCookies() },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    callbacks: {
      signIn: async ({ profile }) => {
        const isIn = (await admit(profile, new Date())) !== null;
        if (!isIn) noteRefusal("sign-in region");
        return isIn;
      },
    },
    logger,
  };
}
