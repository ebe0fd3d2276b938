import { ITEM_MIN } from "@/lib/disclosure/limits";
import { type Atom, type AtomItem, NO_ANSWER } from "@/lib/disclosure/release";
import { addTotals, expired } from "@/lib/disclosure/unit-totals";
import type { ItemTotal, UnitTotals } from "@/lib/disclosure/waiting";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";

/**
 * Turns totals into atoms where a unit's series has reached k people, and lets the rest wait.
 * Forming looks at the number of people only, never at what they answered. What formed starts again
 * from zero; what ends its twentieth quarter without k is destroyed (its answers are pictured in cells).
 */
export function formAtoms(
  totals: readonly UnitTotals[],
  quarter: Quarter,
): { readonly atoms: readonly Atom[]; readonly waiting: UnitTotals[] } {
  const sums = new Map<string, UnitTotals>();
  for (const part of totals) {
    const key = `${part.unit}\n${part.series}`;
    const before = sums.get(key);
    sums.set(key, before === undefined ? part : addTotals(before, part));
  }
  // Sorted: the order in which units first answered must not survive.
  const all = [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
  return {
    atoms: all.filter((sum) => sum.n >= sum.k).map((sum) => toAtom(sum, quarter)),
    waiting: all.filter((sum) => sum.n < sum.k && !expired(sum.from, shiftQuarter(quarter, 1))),
  };
}

function toAtom(totals: UnitTotals, to: Quarter): Atom {
  const { unit, series, from, n, k, c } = totals;
  const items = Object.entries(totals.items).flatMap(([id, total]) => {
    const shown = atomItem(total, k, c);
    return shown === null ? [] : [[id, shown]];
  });
  return { unit, series, from, to, n, k, c, items: Object.fromEntries(items) };
}

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
