import { ITEM_MIN } from "@/lib/disclosure/limits";
import { type AtomItem, NO_ANSWER } from "@/lib/disclosure/release";
import type { ItemTotal } from "@/lib/disclosure/waiting";

/**
 * The published, clamped figures of one item, or null when too few answered it.
 *
 * Scale: with [n + 4(1+c), 5n − 4(1+c)] every value stays open for everyone, 4 being the most by which one
 * answer can move a sum. Classes: people since the item began must be k themselves, because those who
 * answered an earlier wording are known to have no answer here.
 */
export function atomItem(total: ItemTotal, k: number, c: 0 | 1): AtomItem | null {
  if (total.kind === "scale") {
    const { n } = total;
    if (n < ITEM_MIN) return null;
    const low = n + 4 * (1 + c);
    const high = 5 * n - 4 * (1 + c);
    return { kind: "scale", n, sum: clamp(total.sum, low, high), low, high };
  }
  if (total.n < k) return null;
  const low = 1 + c;
  const high = total.n - 1 - c;
  const counts = Object.entries(total.counts)
    .filter(([name]) => name !== NO_ANSWER)
    .map(([name, count]) => [name, clamp(count, low, high)]);
  return { kind: "classes", counts: Object.fromEntries(counts), low, high };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
