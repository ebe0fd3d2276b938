import { type Quarter, quartersBetween } from "@/lib/quarters/quarter";

/**
 * planned: the manifest is signed · issuing: answers come in · grace: no new credentials, what was
 * issued may still arrive · closed: receiving has stopped · mixed: counted, or carried over · set-aside: no
 * answer was opened, because more was received than issued or the keys are lost; left for the auditor.
 */
export const ROUND_STATES = [
  "planned",
  "issuing",
  "grace",
  "closed",
  "mixed",
  "set-aside",
] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** Whether no answer of a round may be opened: more came in than credentials were given out. */
export function leavesSealed(received: number | null, issued: number | null): boolean {
  return (received ?? 0) > (issued ?? 0);
}

/** The states that later rounds need not wait for: what waited has been sealed to the next round's keys. */
export const DONE_STATES = ["mixed", "set-aside"] as const satisfies readonly RoundState[];

/** Whether a round is one of those. */
export function isDone(state: RoundState): boolean {
  return DONE_STATES.some((done) => done === state);
}

/**
 * Whether an answer that lies in the inbox now will be looked at by a mix. Also of a closed round: its mix
 * says "mixed" in the transaction that empties the inbox, and repeats the peel when something came after it.
 */
export function mayStillCount(state: string): boolean {
  return state === "issuing" || state === "grace" || state === "closed";
}

/** Which of the inbox's eight partitions holds a round: its number on the calendar, modulo eight. */
export function slotOf(quarter: Quarter): number {
  return quartersBetween("0-Q1", quarter) % 8;
}

/** How long a collector may trust its memory of which rounds receive; a mix waits longer than this. */
export const COLLECTOR_MEMORY_MS = 1000;

/** Why a step cannot be taken now; the page and the command line word it. */
export type RoundRefusal =
  | "no-such-round"
  | "wrong-state"
  | "next-round-missing"
  | "quarter-not-over"
  | "grace-not-over"
  | "slot-in-use"
  | "answers-left"
  | "custodian-key-missing"
  | "limits-changed"
  | "earlier-round-unmixed"
  | "mix-running"
  | "exchange-outdated"
  | "audit-failed"
  | "cancelled"
  | "waiting-unreadable";

/** A step in a round's life that is not possible now. */
export class RoundRefused extends Error {
  readonly reason: RoundRefusal;

  constructor(reason: RoundRefusal) {
    super(`round: ${reason}`);
    this.reason = reason;
  }
}
