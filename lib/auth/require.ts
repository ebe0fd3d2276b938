import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { accounts } from "@/lib/auth/accounts";
import { type Actor, mint, type ReportReader } from "@/lib/auth/actor";
import { openReader } from "@/lib/auth/open-reader";
import { authOptions } from "@/lib/auth/options";
import { PATH_HEADER } from "@/lib/auth/path-header";
import { USER_ROLES, type UserRole } from "@/lib/auth/roles";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { isDemo } from "@/lib/env";

export type Viewer = { readonly id: string; readonly name: string; readonly roles: string[] };

/** Who is signed in, as the database knows them now; null when nobody is. */
export async function viewer(): Promise<Viewer | null> {
  const session = await getServerSession(authOptions());
  if (!session?.user.id) return null;
  const user = await accounts().user.findUnique({ where: { id: session.user.id } });
  // A demo account's cookie must not outlive the demonstration.
  if (!user || (user.demo && !isDemo())) return null;
  return { id: user.id, name: user.name, roles: user.roles };
}

async function signInPath(): Promise<string> {
  const path = sameSitePath((await headers()).get(PATH_HEADER));
  return `/sign-in?next=${encodeURIComponent(path)}`;
}

async function signedIn(): Promise<Viewer> {
  return (await viewer()) ?? redirect(await signInPath());
}

/** The gate: signed out leads to the sign-in page and back, the wrong role to a 403 page. */
async function requireRole<R extends UserRole>(role: R): Promise<Actor<R>> {
  const user = await signedIn();
  if (!user.roles.includes(role)) forbidden();
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
  const { id, name, roles } = await signedIn();
  const role = USER_ROLES.find((one) => roles.includes(one));
  return role ? mint(role, { user: id, name }) : forbidden();
}
