"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";

/** The session is the cookie: taking it away is signing out. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  for (const prefix of ["", "__Secure-"]) {
    const name = `${prefix}next-auth.session-token`;
    if (jar.has(name)) jar.set({ name, value: "", maxAge: 0, path: "/", secure: prefix !== "" });
  }
  redirect("/");
}
