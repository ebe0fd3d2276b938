import { createHmac } from "node:crypto";
import { admit, giveBack, type RateWindow } from "./rate";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Random bytes from a secure source. */
type Random = (n: number) => Uint8Array;

const nameOf = (address: string, key: Uint8Array): string =>
  createHmac("sha256", key).update(address).digest("base64url");

/**
 * How often each address has called in the last minute, in memory. An address is known only by an HMAC under a
 * key that is drawn anew every hour; counts go after a minute, the key after an hour. Times in milliseconds.
 */
export class AddressLimit {
  readonly #random: Random;
  readonly #window: RateWindow = { since: 0, counts: new Map() };
  #key: { readonly made: number; readonly bytes: Uint8Array } | null = null;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Whether an address may call once more: at most so often a minute. Counts the call. */
  admits(address: string, most: number, now: number): boolean {
    this.forget(now);
    this.#key ??= { made: now, bytes: this.#random(32) };
    return admit(this.#window, nameOf(address, this.#key.bytes), { most, lengthMs: MINUTE }, now);
  }

  /** Takes back one call that was counted, unless it is forgotten already. */
  giveBack(address: string): void {
    if (this.#key) giveBack(this.#window, nameOf(address, this.#key.bytes));
  }

  /** Throws away what is older than its time; called by the clock too, so that silence keeps nothing. */
  forget(now: number): void {
    if (now - this.#window.since >= MINUTE) this.#window.counts.clear();
    if (this.#key && now - this.#key.made >= HOUR) {
      this.#key.bytes.fill(0);
      this.#key = null;
      this.#window.counts.clear();
    }
  }

  /** Everything that is remembered now, as an attacker with the memory would read it. */
  remembered(): { readonly key: Uint8Array | null; readonly callers: readonly string[] } {
    return { key: this.#key?.bytes ?? null, callers: [...this.#window.counts.keys()] };
  }
}
