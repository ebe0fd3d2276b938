/**
 * Why a file of the ceremony was not taken; nothing was changed. `unknown`: it is none of them. `damaged`: not whole.
 * `outdated`: it belongs to something that is not there any more. `not-signed`: not by the custodian whose keys are
 * known here. `not-yours`: it is the other seat's to say.
 */
export type HandInReason =
  | "no-file"
  | "too-large"
  | "unknown"
  | "damaged"
  | "outdated"
  | "not-signed"
  | "not-yours";

export class HandInRefused extends Error {
  readonly reason: HandInReason;

  constructor(reason: HandInReason) {
    super(`hand-in: ${reason}`);
    this.reason = reason;
  }
}
