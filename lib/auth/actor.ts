import type { UserRole } from "@/lib/auth/roles";

// Known only here: nobody else can write down an object of this shape.
declare const minted: unique symbol;

/** Someone whose role has been checked. Reads and writes demand one; only the gate hands it out. */
export type Actor<R extends UserRole> = {
  /** `identity.users.id`, or who runs a command. */
  readonly user: string;
  readonly name: string;
  readonly [minted]: R;
};

export type HrActor = Actor<"hr">;
export type OperatorActor = Actor<"operator">;
export type AuditorActor = Actor<"auditor">;
export type PoliticianActor = Actor<"politician">;
export type AnyActor = Actor<UserRole>;

/** For lib/auth/require.ts and lib/auth/command-line.ts, and nobody else. */
export function mint<R extends UserRole>(
  _role: R,
  who: { readonly user: string; readonly name: string },
): Actor<R> {
  return Object.freeze({ user: who.user, name: who.name }) as Actor<R>;
}
