import type { Departure } from "@/lib/departures/departure";
import type { DepartureKind } from "@/lib/departures/kind";
import { type Series, seriesOf } from "./series";

/** Endings that the employee did not choose; a death is none of them and is never invited. */
export type EmployerSideKind = Exclude<
  DepartureKind,
  "resignation" | "retirement" | "internal_move" | "death"
>;

/** The region's written rule beyond resignations and retirements. */
export type InvitationPolicy = {
  readonly inviteMovers: boolean;
  readonly employerSide: readonly EmployerSideKind[];
};

/** `protected`: HR hands over a sealed letter. `no-delivery`: the file asks that nothing be sent. */
export type NotInvitedReason =
  | "death"
  | "kind-not-invited"
  | "protected"
  | "no-delivery"
  | "no-address";

export type Invited =
  | {
      readonly invited: true;
      readonly series: Series;
      readonly channel: "mail";
      readonly address: string;
    }
  | { readonly invited: true; readonly series: Series; readonly channel: "letter" }
  | { readonly invited: false; readonly reason: NotInvitedReason };

type Facts = Pick<Departure, "kind" | "email" | "privateEmail" | "delivery" | "protected">;

/** Whether and how a departure is invited (design 4). The private address is preferred: the work account closes. */
export function whomToInvite(departure: Facts, policy: InvitationPolicy): Invited {
  const series = seriesOf(departure.kind);
  if (series === null) return { invited: false, reason: "death" };
  if (!isInvitedKind(departure.kind, policy)) return { invited: false, reason: "kind-not-invited" };
  if (departure.protected) return { invited: false, reason: "protected" };
  if (departure.delivery === "none") return { invited: false, reason: "no-delivery" };
  if (departure.delivery === "letter") return { invited: true, series, channel: "letter" };
  const address = departure.privateEmail ?? departure.email;
  if (address === null) return { invited: false, reason: "no-address" };
  return { invited: true, series, channel: "mail", address };
}

function isInvitedKind(kind: DepartureKind, policy: InvitationPolicy): boolean {
  if (kind === "resignation" || kind === "retirement") return true;
  if (kind === "internal_move") return policy.inviteMovers;
  return policy.employerSide.some((k) => k === kind);
}
