import type { Change } from "@/lib/imports/plan";
import { seriesOf } from "@/lib/invitations/series";
import type { Departure } from "./departure";

/**
 * Whether a changed departure's invitation is taken back. One that waits is decided anew after the
 * next confirmation, whatever was changed: else a confirmed import could be sent to other addresses.
 * One that has gone stands, since a second link would be a second answer, unless the person has died
 * or is to be protected.
 */
export function withdrawsInvitation(
  { after }: Change<Departure>,
  invitation: { readonly gone: boolean },
): boolean {
  if (seriesOf(after.kind) === null || after.protected) return true;
  return !invitation.gone;
}
