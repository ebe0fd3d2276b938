import type { ConsoleFacts } from "./console-facts";

/** The steps of closing and mixing as the page shows them; the last five are those of a running mix. */
export const MIX_LIST = [
  "issuing",
  "receiving",
  "unlock",
  "peel",
  "open",
  "audit",
  "write",
  "destroy",
] as const;

/**
 * How many steps of MIX_LIST are done. `running`: the step that a running mix is at; null when none runs.
 * A mix that was interrupted counts for nothing: nothing was changed.
 */
export function mixStepsDone(
  {
    round,
    custodianKeysHere,
    custodianKeysGone,
  }: Pick<ConsoleFacts, "round" | "custodianKeysHere" | "custodianKeysGone">,
  running: string | null,
): number {
  const before = { planned: 0, issuing: 0, grace: 1, closed: 2, "set-aside": 2 } as const;
  // The other custodian's machine tells the log when its key is gone; no file here says so.
  const gone = custodianKeysGone && !custodianKeysHere.includes(true);
  if (round.state === "mixed") return MIX_LIST.length - (gone ? 0 : 1);
  if (round.state !== "closed" || running === null) return before[round.state];
  const order: readonly string[] = MIX_LIST;
  return Math.max(order.indexOf(running), order.indexOf("peel"));
}
