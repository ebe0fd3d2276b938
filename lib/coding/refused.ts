/**
 * Why texts were not opened, coded or finished; nothing was changed. `not-now`: the round they wait for has stopped
 * receiving, and its mix takes them along. `opened-before`: since the last mix they have been. `outdated`: what
 * custodian 2 peeled is not what waits. `too-few`: nowhere ten who wrote among thirty. `changed`: somebody else was
 * first. `no-key`: nobody has opened the coding's key here. `audit-failed`: the independent attacker found
 * something in what would have been released.
 */
export type CodingReason =
  | "nothing-waits"
  | "not-now"
  | "opened-before"
  | "coding-open"
  | "outdated"
  | "too-few"
  | "no-coding"
  | "not-approved"
  | "changed"
  | "unreadable"
  | "audit-failed"
  | "own-work"
  | "no-key";

export class CodingRefused extends Error {
  readonly reason: CodingReason;

  constructor(reason: CodingReason) {
    super(`coding: ${reason}`);
    this.reason = reason;
  }
}
