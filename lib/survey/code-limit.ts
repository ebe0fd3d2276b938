import { AddressLimit } from "./address-limit";
import { admit, giveBack, type RateWindow } from "./rate";

const MINUTE = 60_000;

/** Codes that open nothing, a minute: from one address, and from everywhere (docs/decisions/0033). */
export const WRONG_CODES = { address: 20, all: 600 } as const;

/** How many codes that open nothing have been tried in the last minute. Held in memory, never stored. */
export class CodeLimit {
  readonly #addresses: AddressLimit;
  readonly #all: RateWindow = { since: 0, counts: new Map() };

  /** `random(n)` returns n bytes of the system's secure source. */
  constructor(random: (n: number) => Uint8Array) {
    this.#addresses = new AddressLimit(random);
  }

  /**
   * Charges a call with a code before anything is known of it, so that a thousand at once are counted too.
   * Null when too many were wrong; else what gives the charge back when this one was not. Milliseconds.
   */
  charge(address: string, now: number): { readonly giveBack: () => void } | null {
    if (!this.#addresses.admits(address, WRONG_CODES.address, now)) return null;
    if (!admit(this.#all, "", { most: WRONG_CODES.all, lengthMs: MINUTE }, now)) return null;
    return {
      giveBack: () => {
        this.#addresses.giveBack(address);
        giveBack(this.#all, "");
      },
    };
  }

  /** Throws away what is older than its time. */
  forget(now: number): void {
    this.#addresses.forget(now);
  }
}
