import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { demoUser } from "@/lib/auth/demo-accounts";
import { env, isDemo } from "@/lib/env";
import { forgetOpened } from "@/lib/keys/opened";

const WORKING_DAY = 8 * 3600;

/** Whoever moves the demonstration's calendar by a year is still signed in afterwards. */
const SOME_YEARS = 5 * 366 * 24 * 3600;

const demoAccounts = () =>
  Credentials({
    id: "demo",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: (given) => demoUser(given?.email ?? "", given?.password ?? ""),
  });

/** The session is a signed cookie that holds the user's id and nothing else; roles are read on each request. */
export function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET: secret } = env();
  return {
    providers: isDemo() ? [demoAccounts()] : [],
    ...(secret ? { secret } : {}),
    session: { strategy: "jwt", maxAge: WORKING_DAY },
    ...(isDemo() ? { jwt: { maxAge: SOME_YEARS } } : {}),
    // A key that was opened for the redaction desk goes with its reader.
    events: { signOut: ({ token }) => forgetOpened(token.sub ?? "") },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    callbacks: {
      jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub ?? "" }),
      session: ({ session, token }) => ({
        expires: session.expires,
        user: { id: token.sub ?? "" },
      }),
    },
  };
}
