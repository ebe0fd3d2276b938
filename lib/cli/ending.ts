import { setTimeout as wait } from "node:timers/promises";

/**
 * Waits for pieces of work that are ending, all at once and so long at the most; one that fails has ended. Returns
 * the names of those that have not.
 */
export async function notEndedWithin(
  ms: number,
  ending: Readonly<Record<string, Promise<unknown> | undefined>>,
): Promise<readonly string[]> {
  const left = new Set(Object.keys(ending));
  const all = Object.entries(ending).map(async ([name, work]) => {
    await Promise.allSettled([work]);
    left.delete(name);
  });
  const late = new AbortController();
  await Promise.race([
    Promise.all(all),
    wait(ms, undefined, { signal: late.signal }).catch(() => undefined),
  ]);
  late.abort();
  return [...left];
}
