/** What a person may be, as it stands in `identity.users`. Custodian 2 signs in as auditor. */
export const USER_ROLES = ["hr", "operator", "auditor", "politician"] as const;

export type UserRole = (typeof USER_ROLES)[number];

/** Where each begins after signing in. */
export const HOME: Record<UserRole, string> = {
  hr: "/hr",
  operator: "/operator",
  auditor: "/auditor",
  politician: "/reports",
};

/** The page to begin on; the start page for someone without a role. */
export function homeOf(roles: readonly string[]): string {
  const first = USER_ROLES.find((role) => roles.includes(role));
  return first ? HOME[first] : "/";
}
