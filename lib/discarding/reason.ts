/** Longest reason that the public log takes for answers that are given up or destroyed, in characters. */
export const MOST_REASON = 300;

/** The reason as it is logged; null when there is none, or too much of one. */
export function reasonOf(given: string): string | null {
  const reason = given.trim();
  return reason === "" || reason.length > MOST_REASON ? null : reason;
}
