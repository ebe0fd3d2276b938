import { readRoleList } from "./claims";

type Typed = Readonly<Record<string, unknown>> & {
  readonly SORTI_MODE: string;
  readonly SORTI_OIDC_ISSUER?: string | undefined;
  readonly SORTI_OIDC_ROLES?: string | undefined;
  readonly SORTI_OIDC_ROLES_CLAIM?: string | undefined;
};

/** What is wrong with the settings of the region's own sign-in, where there is one. `known`: every role. */
export function oidcProblems(
  typed: Typed,
  known: readonly string[],
): readonly { name: string; message: string }[] {
  const { SORTI_OIDC_ISSUER: issuer, SORTI_MODE, SORTI_OIDC_ROLES: roles } = typed;
  if (issuer === undefined) return [];
  const needed = [
    ...["SORTI_OIDC_CLIENT_ID", "SORTI_OIDC_CLIENT_SECRET"],
    ...["NEXTAUTH_SECRET", "NEXTAUTH_URL"],
  ];
  const missing = needed.filter((name) => typed[name] === undefined);
  const half = (roles === undefined) !== (typed.SORTI_OIDC_ROLES_CLAIM === undefined);
  const unread = roles !== undefined && readRoleList(roles, known) === null;
  return [
    ...missing.map((name) => ({ name, message: "the region's own sign-in cannot run without it" })),
    ...(half ? [{ name: "SORTI_OIDC_ROLES", message: "goes with SORTI_OIDC_ROLES_CLAIM" }] : []),
    ...(unread ? [{ name: "SORTI_OIDC_ROLES", message: "is no list such as SortiHR=hr" }] : []),
    // Who somebody is travels on this line.
    ...(SORTI_MODE !== "demo" && !issuer.startsWith("https://")
      ? [{ name: "SORTI_OIDC_ISSUER", message: "must begin with https://" }]
      : []),
  ];
}
