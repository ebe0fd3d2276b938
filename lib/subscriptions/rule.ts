import { type Day, shiftDay } from "@/lib/quarters/quarter";

/** An address that nobody has confirmed is forgotten after this many days. */
export const UNCONFIRMED_DAYS = 7;

/** Mails that ask the same address for confirmation, at most, until it is forgotten. */
export const MOST_CONFIRMATIONS = 3;

/** The last day of asking whose unconfirmed addresses are forgotten today. */
export const forgottenUpTo = (today: Day): Day => shiftDay(today, -UNCONFIRMED_DAYS - 1);

const MINUTE = 60_000;

/** A mail is tried so often, over about four hours; nor can it go more often, whatever falls meanwhile. */
export const MOST_TRIES = 9;

/** How long a mail rests after a try, ms: 1, 2, 4 … minutes. */
export function restAfter(tries: number): number {
  return 2 ** (tries - 1) * MINUTE;
}
