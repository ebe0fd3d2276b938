"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth/require";
import { forgetOpened } from "@/lib/keys/opened";

/** The session is the cookie: taking it away is signing out. A key that was opened for the desk goes with it. */
export async function signOut(): Promise<void> {
  const user = await viewer();
  if (user) forgetOpened(user.id);
  const jar = await cookies();
  for (const prefix of ["", "__Secure-"]) {
    const name = `${prefix}next-auth.session-token`;
    if (jar.has(name)) jar.set({ name, value: "", maxAge: 0, path: "/", secure: prefix !== "" });
  }
  redirect("/");
}
