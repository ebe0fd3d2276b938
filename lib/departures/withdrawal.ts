import type { Change } from "@/lib/imports/plan";
import { seriesOf } from "@/lib/invitations/series";
import type { Departure } from "./departure";

/** What decides whether, how and when someone is invited. The address and the language are read when the mail goes. */
const DECIDING = ["unitCode", "lastDay", "kind", "delivery", "protected"] as const;

/**
 * Whether a changed departure's invitation is taken back. One that waits is decided anew after the
 * next confirmation. One that has gone stands, since a second link would be a second answer,
 * unless the person has died or is to be protected.
 */
export function withdrawsInvitation(
  { after, fields }: Change<Departure>,
  invitation: { readonly gone: boolean },
): boolean {
  if (seriesOf(after.kind) === null || after.protected) return true;
  return !invitation.gone && DECIDING.some((field) => fields.includes(field));
}
