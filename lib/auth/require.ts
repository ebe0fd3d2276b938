import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { type Actor, mint, type ReportReader } from "@/lib/auth/actor";
import { sessionCookie } from "@/lib/auth/cookie";
import { openReader } from "@/lib/auth/open-reader";
import { PATH_HEADER } from "@/lib/auth/path-header";
import { USER_ROLES } from "@/lib/auth/roles";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { type LiveSession, sessionOf } from "@/lib/auth/sessions";
import { noteSignIn } from "@/lib/auth/traces";
import { noteRefusal } from "@/lib/refusals";
import { opens } from "@/lib/sign-in/rule";

export type Viewer = { readonly id: string; readonly name: string; readonly roles: string[] };

/** The session of whoever asks, whatever stage it is in, as the database has it now. */
export async function sessionHere(): Promise<LiveSession | null> {
  const secret = (await cookies()).get(sessionCookie().name)?.value;
  return secret ? sessionOf(secret, new Date()) : null;
}

/** The session of whoever is signed in: what their account needs has been shown. */
export async function openSession(): Promise<LiveSession | null> {
  const session = await sessionHere();
  return session && opens(session.stage, session.user) ? session : null;
}

/** Who is signed in, as the database knows them now; null when nobody is. */
export async function viewer(): Promise<Viewer | null> {
  const session = await openSession();
  if (!session) return null;
  const { id, name, roles } = session.user;
  return { id, name, roles };
}

async function signInPath(): Promise<string> {
  const path = sameSitePath((await headers()).get(PATH_HEADER));
  return `/sign-in?next=${encodeURIComponent(path)}`;
}

async function signedIn(): Promise<Viewer> {
  return (await viewer()) ?? redirect(await signInPath());
}

/** The session of whoever is signed in, in whatever role; signed out leads to the sign-in page and back. */
export async function requireSession(): Promise<LiveSession> {
  return (await openSession()) ?? redirect(await signInPath());
}

/** A 403 page, and a line in the access log that somebody asked for what is not theirs: whose it is, and no more. */
async function turnAway(user: Viewer, whose: "hr" | "operator" | "auditor" | "reports") {
  noteRefusal(whose === "reports" ? "role reader" : `role ${whose}`);
  await noteSignIn(user.id, `/${whose} refused`, new Date());
  return forbidden();
}

/** The gate: signed out leads to the sign-in page and back, the wrong role to a 403 page. */
async function requireRole<R extends "hr" | "operator" | "auditor">(role: R): Promise<Actor<R>> {
  const user = await signedIn();
  if (!user.roles.includes(role)) await turnAway(user, role);
  return mint(role, { user: user.id, name: user.name });
}

export const requireHr = () => requireRole("hr");
export const requireOperator = () => requireRole("operator");
export const requireAuditor = () => requireRole("auditor");

/**
 * Who may read reports, their files and all that is made of them: everybody, or, where the installation keeps
 * them among politicians, whoever has a role.
 */
export async function requireReader(): Promise<ReportReader> {
  const anybody = openReader();
  if (anybody !== null) return anybody;
  const user = await signedIn();
  const role = USER_ROLES.find((one) => user.roles.includes(one));
  return role ? mint(role, { user: user.id, name: user.name }) : turnAway(user, "reports");
}
