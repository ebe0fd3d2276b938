/** A fixed window of counts: key → how often since `since` (milliseconds). Held in memory, never stored. */
export type RateWindow = { since: number; readonly counts: Map<string, number> };

/** Whether one more is within the limit; counts it. A new window starts empty after `lengthMs`. */
export function admit(
  window: RateWindow,
  key: string,
  limit: { readonly most: number; readonly lengthMs: number },
  now: number,
): boolean {
  if (now - window.since >= limit.lengthMs) {
    window.counts.clear();
    window.since = now;
  }
  const count = (window.counts.get(key) ?? 0) + 1;
  window.counts.set(key, count);
  return count <= limit.most;
}

/** Takes back one that `admit` counted, unless its window has passed. */
export function giveBack(window: RateWindow, key: string): void {
  const count = window.counts.get(key);
  if (count !== undefined && count > 0) window.counts.set(key, count - 1);
}
