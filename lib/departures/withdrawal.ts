import type { Change } from "@/lib/imports/plan";
import { seriesOf } from "@/lib/invitations/series";
import type { Departure } from "./departure";

/** `stands`; `withdrawn`: decided anew after the next confirmation; `withdrawn-for-good`: nobody is asked again. */
type Outcome = "stands" | "withdrawn" | "withdrawn-for-good";

/**
 * What becomes of a changed departure's invitation. One that waits is decided anew after the next
 * confirmation, whatever was changed: else a confirmed import could be sent to other addresses.
 * One that has gone stands, since a second link would be a second answer, unless the person has died,
 * or was mailed and is to be protected: no mail may follow, and no letter either.
 */
export function whatBecomesOf(
  { after }: Change<Departure>,
  invitation: { readonly gone: boolean; readonly byLetter: boolean },
): Outcome {
  if (seriesOf(after.kind) === null || !invitation.gone) return "withdrawn";
  return after.protected && !invitation.byLetter ? "withdrawn-for-good" : "stands";
}
