import type { Departure } from "@/lib/departures/departure";
import type { DepartureKind } from "@/lib/departures/kind";
import { type Series, seriesOf } from "./series";

/** Endings that the employee did not choose; a death is none of them and is never invited. */
const EMPLOYER_SIDE = [
  "fixed_term_end",
  "transfer",
  "redundancy",
  "other",
] as const satisfies readonly DepartureKind[];
export type EmployerSideKind = (typeof EMPLOYER_SIDE)[number];

/** The kinds that a region may decide to invite beside resignations and retirements. */
export const FURTHER_KINDS = ["internal_move", ...EMPLOYER_SIDE] as const;
export type FurtherKind = (typeof FURTHER_KINDS)[number];

/** A decision's further kinds as they are kept: movers apart, since they are a series of their own. */
export function keptKinds(
  kinds: readonly FurtherKind[],
): Pick<InvitationPolicy, "inviteMovers" | "employerSide"> {
  return {
    inviteMovers: kinds.includes("internal_move"),
    employerSide: EMPLOYER_SIDE.filter((kind) => kinds.includes(kind)),
  };
}

/** The further kinds of a decision that was kept, in the order of the list. */
export function furtherKinds(kept: {
  readonly inviteMovers: boolean;
  readonly employerSide: readonly string[];
}): readonly FurtherKind[] {
  const { inviteMovers, employerSide } = kept;
  return FURTHER_KINDS.filter((kind) =>
    kind === "internal_move" ? inviteMovers : employerSide.includes(kind),
  );
}

/** The region's written rule beyond resignations and retirements. */
export type InvitationPolicy = {
  readonly inviteMovers: boolean;
  readonly employerSide: readonly EmployerSideKind[];
  /** Whether the programme invites in a unit, in the departure's quarter. */
  readonly takesPart: (unitCode: string) => boolean;
};

/** `no-delivery`: the file asks that nothing be sent. */
export type NotInvitedReason = "death" | "kind-not-invited" | "not-in-programme" | "no-delivery";

export type Invited =
  | {
      readonly invited: true;
      readonly series: Series;
      readonly channel: "mail";
      readonly address: string;
    }
  | { readonly invited: true; readonly series: Series; readonly channel: "letter" }
  | { readonly invited: false; readonly reason: NotInvitedReason };

type Facts = Pick<
  Departure,
  "unitCode" | "kind" | "email" | "privateEmail" | "delivery" | "protected"
>;

/**
 * Whether and how a departure is invited (design 4). The private address is preferred: the work account
 * closes. Without any address, and always under protected identity, HR hands over a sealed letter.
 */
export function whomToInvite(departure: Facts, policy: InvitationPolicy): Invited {
  const series = seriesOf(departure.kind);
  if (series === null) return { invited: false, reason: "death" };
  if (!isInvitedKind(departure.kind, policy)) return { invited: false, reason: "kind-not-invited" };
  if (!policy.takesPart(departure.unitCode)) return { invited: false, reason: "not-in-programme" };
  if (departure.delivery === "none") return { invited: false, reason: "no-delivery" };
  const address = departure.privateEmail ?? departure.email;
  if (departure.protected || departure.delivery === "letter" || address === null) {
    return { invited: true, series, channel: "letter" };
  }
  return { invited: true, series, channel: "mail", address };
}

function isInvitedKind(kind: DepartureKind, policy: InvitationPolicy): boolean {
  if (kind === "resignation" || kind === "retirement") return true;
  if (kind === "internal_move") return policy.inviteMovers;
  return policy.employerSide.some((k) => k === kind);
}
