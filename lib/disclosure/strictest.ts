import type { Limits } from "@/lib/disclosure/release";

/** Of several promises, the one that holds when all of them must: most people, most assumed insiders. */
export function strictest(first: Limits, ...others: readonly Limits[]): Limits {
  const all = [first, ...others];
  return {
    k: Math.max(...all.map(({ k }) => k)),
    c: all.some(({ c }) => c === 1) ? 1 : 0,
  };
}
