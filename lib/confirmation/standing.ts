/** What custodian 2 or the auditor has said of an import. A refused one can be confirmed later; a confirmed one is final. */
export type Decision = "confirmed" | "refused";

/** `unlogged`: confirmed, but the public log does not tell it yet, so nobody is invited. `empty`: nobody is left in it. */
export type Standing = "waits" | "refused" | "unlogged" | "confirmed" | "empty";

type Decided = { readonly decision: string; readonly logged: boolean };

/** Where an import of departures stands. `departures`: how many rows belong to it now. */
export function standingOf(decisions: readonly Decided[], departures: number): Standing {
  const confirmed = decisions.find(({ decision }) => decision === "confirmed");
  if (confirmed) return confirmed.logged ? "confirmed" : "unlogged";
  if (departures === 0) return "empty";
  return decisions.length > 0 ? "refused" : "waits";
}

/** The decision that holds: the confirmation, else the refusal. */
export function decisionThatHolds<D extends { readonly decision: string }>(
  decisions: readonly D[],
): D | null {
  return decisions.find(({ decision }) => decision === "confirmed") ?? decisions[0] ?? null;
}

/** The longest reason that is kept, characters. */
export const LONGEST_REASON = 500;
