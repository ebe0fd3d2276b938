import { z } from "zod";

/** How the region's own sign-in is read. `account`: the claim that names an account's address. */
export type ClaimRules = {
  readonly issuer: string;
  readonly account: string;
  /** The claim that lists what somebody is, and which of its values gives which role; null: roles stand in the account. */
  readonly roles: { readonly claim: string; readonly gives: ReadonlyMap<string, string> } | null;
};

/** Who came, in our words. */
export type Claimed = {
  /** Issuer and subject: what never changes, and is nobody else's. */
  readonly subject: string;
  /** The address by which an account is found the first time; null when it is not vouched for. */
  readonly email: string | null;
  readonly name: string;
  /** What the claims give; null where roles stand in the account. */
  readonly roles: readonly string[] | null;
};

const shape = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email_verified: z.boolean().optional(),
  name: z.string().trim().min(1).max(200).optional(),
});
const address = z.string().trim().toLowerCase().pipe(z.email().max(254));
const listed = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);

/**
 * Reads an ID token's claims, whose signature, audience, nonce and time have been checked. Null for another issuer's.
 * An `email` counts only when the issuer says that it is verified: in some services a user can write any address there.
 */
export function readClaims(claims: unknown, rules: ClaimRules): Claimed | null {
  const read = shape.safeParse(claims);
  if (!read.success || read.data.iss !== rules.issuer) return null;
  const { iss, sub, name, email_verified: verified, ...rest } = read.data;
  const named = address.safeParse(rest[rules.account]);
  const vouched = rules.account !== "email" || verified === true;
  const email = named.success && vouched ? named.data : null;
  return {
    subject: `${iss} ${sub}`,
    email,
    name: name ?? email ?? sub,
    roles: rules.roles && rolesIn(listed.parse(rest[rules.roles.claim]), rules.roles.gives),
  };
}

function rolesIn(values: readonly string[], gives: ReadonlyMap<string, string>): string[] {
  const found = values.flatMap((value) => gives.get(value) ?? []);
  return [...new Set(found)].sort();
}

/** `SortiHR=hr,SortiRevision=auditor` as it is set: claim's value → role. Null when it cannot be read. */
export function readRoleList(text: string, known: readonly string[]): Map<string, string> | null {
  const pairs = text.split(",").map((pair) => pair.split("=").map((part) => part.trim()));
  const whole = pairs.every(
    ([value, role, ...more]) => value && role && known.includes(role) && more.length === 0,
  );
  return whole ? new Map(pairs.map(([value = "", role = ""]) => [value, role])) : null;
}
