import { atomItem } from "@/lib/disclosure/atom-item";
import type { Atom } from "@/lib/disclosure/release";
import { addTotals, expired } from "@/lib/disclosure/unit-totals";
import type { UnitTotals } from "@/lib/disclosure/waiting";
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
