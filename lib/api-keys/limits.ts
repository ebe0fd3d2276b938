/** The longest name of a key, characters. */
export const LONGEST_NAME = 60;

/** So long the answer to a program's call is kept, days. */
export const CALL_DAYS = 7;

/** Calls from before this moment are forgotten. */
export const oldestCall = (now: Date): Date => new Date(now.getTime() - CALL_DAYS * 86_400_000);
