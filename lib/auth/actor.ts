import type { UserRole } from "@/lib/auth/roles";

// Known only here: nobody else can write down an object of this shape.
declare const minted: unique symbol;

/** A role; anybody at all, where something is open to everybody; or whoever runs a party's server. */
type Who = UserRole | "anybody" | "administrator";

/** Someone whose role has been checked. Reads and writes demand one; only the gate hands it out. */
export type Actor<R extends Who> = {
  /** `identity.users.id`, or who runs a command. */
  readonly user: string;
  readonly name: string;
  readonly [minted]: R;
};

export type HrActor = Actor<"hr">;
export type OperatorActor = Actor<"operator">;
export type AuditorActor = Actor<"auditor">;
export type PoliticianActor = Actor<"politician">;
/** Who gives and takes accounts: on the command line only (decision 0080). */
export type AdministratorActor = Actor<"administrator">;
export type AnyActor = Actor<UserRole>;
/** Who may read what is published: everybody, or where the installation says so whoever has a role. */
export type ReportReader = Actor<Who>;

/** For lib/auth/require.ts and lib/auth/command-line.ts, and nobody else. */
export function mint<R extends Who>(
  _role: R,
  who: { readonly user: string; readonly name: string },
): Actor<R> {
  return Object.freeze({ user: who.user, name: who.name }) as Actor<R>;
}
