"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { forgetHere } from "@/app/sign-in/browser";
import { sessionCookie } from "@/lib/auth/cookie";
import { sessionHere } from "@/lib/auth/require";
import { endSession } from "@/lib/auth/sessions";
import { noteSignIn } from "@/lib/auth/traces";
import { forgetOpened } from "@/lib/keys/opened";

/** Ends the session, here and in the database. A key that was opened for the desk goes with it. */
export async function signOut(): Promise<void> {
  const session = await sessionHere();
  const secret = (await cookies()).get(sessionCookie().name)?.value;
  if (session) {
    forgetOpened(session.user.id);
    await noteSignIn(session.user.id, "/sign-out", new Date());
  }
  if (secret) await endSession(secret);
  await forgetHere();
  redirect("/");
}
