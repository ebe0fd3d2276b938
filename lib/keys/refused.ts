/**
 * Why a key was not made or opened. Nothing on disk has changed.
 * `damaged`: the file is not as it was written. `changed`: somebody else changed it meanwhile.
 */
export type KeyReason =
  | "wrong-passphrase"
  | "wrong-recovery-code"
  | "no-key"
  | "exists"
  | "damaged"
  | "changed";

export class KeyRefused extends Error {
  readonly reason: KeyReason;

  constructor(reason: KeyReason) {
    super(`key refused: ${reason}`);
    this.reason = reason;
  }
}
