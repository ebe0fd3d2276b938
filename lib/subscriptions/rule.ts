import { type Day, shiftDay } from "@/lib/quarters/quarter";

/** An address that nobody has confirmed is forgotten after this many days. */
export const UNCONFIRMED_DAYS = 7;

/** Mails that ask the same address for confirmation, at most, until it is forgotten. */
export const MOST_CONFIRMATIONS = 3;

/** The last day of asking whose unconfirmed addresses are forgotten today. */
export const forgottenUpTo = (today: Day): Day => shiftDay(today, -UNCONFIRMED_DAYS - 1);

const MINUTE = 60_000;

/** How long a mail rests after a try that failed: 1, 2, 4 … minutes. Null when it is given up, after about four hours. */
export function restAfter(tries: number): number | null {
  return tries > 8 ? null : 2 ** (tries - 1) * MINUTE;
}
