import { type CountedItem, classCounts } from "@/lib/disclosure/counted-item";
import { MAX_QUARTERS } from "@/lib/disclosure/limits";
import { type Limits, NO_ANSWER, type Series } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import { strictest } from "@/lib/disclosure/strictest";
import type { Tally } from "@/lib/disclosure/tally";
import type { ItemTotal, UnitTotals } from "@/lib/disclosure/waiting";
import { type Quarter, quartersBetween } from "@/lib/quarters/quarter";

/** Whether totals that began in a quarter have had their twenty quarters before this one. */
export function expired(from: Quarter, quarter: Quarter): boolean {
  return quartersBetween(from, quarter) >= MAX_QUARTERS;
}

/** A round's new answers of one unit and series, as totals. Only counts that an atom may use are kept. */
export function totalsOf(
  unit: string,
  series: Series,
  tally: Tally,
  items: readonly CountedItem[],
  round: { readonly quarter: Quarter; readonly limits: Limits },
): UnitTotals {
  const totals = items.flatMap((item) => {
    const total = itemTotal(item, tally.items[item.id] ?? {}, tally.n);
    return total === null ? [] : [[item.id, total]];
  });
  const { k, c } = round.limits;
  return { unit, series, from: round.quarter, n: tally.n, k, c, items: Object.fromEntries(totals) };
}

function itemTotal(
  item: CountedItem,
  counts: Readonly<Record<string, number>>,
  people: number,
): ItemTotal | null {
  const { fingerprint } = item;
  if (item.atom === "scale") {
    const n = people - (counts[NO_ANSWER] ?? 0);
    const sum = item.options.reduce((all, value) => all + Number(value) * (counts[value] ?? 0), 0);
    return { kind: "scale", fingerprint, n, sum };
  }
  if (item.classOf === null) return null;
  return { kind: "classes", fingerprint, n: people, counts: classCounts(item.classOf, counts) };
}

/** Adds two totals of the same unit and series: people, items, and the strictest limits of both. */
export function addTotals(a: UnitTotals, b: UnitTotals): UnitTotals {
  const items = { ...a.items };
  for (const [id, more] of Object.entries(b.items)) items[id] = addItem(items[id], more);
  return {
    ...a,
    from: quartersBetween(a.from, b.from) < 0 ? b.from : a.from,
    n: a.n + b.n,
    ...strictest(a, b),
    items,
  };
}

function addItem(a: ItemTotal | undefined, b: ItemTotal): ItemTotal {
  if (a === undefined) return b;
  if (a.kind === "scale" && b.kind === "scale") return { ...a, n: a.n + b.n, sum: a.sum + b.sum };
  if (a.kind !== "classes" || b.kind !== "classes") return b;
  const counts = { ...a.counts };
  for (const [name, count] of Object.entries(b.counts)) counts[name] = (counts[name] ?? 0) + count;
  return { ...a, n: a.n + b.n, counts };
}

/**
 * Waiting totals as this round may go on with them. Destroyed: totals past their twenty quarters, those of
 * units that were split or closed, and items whose wording or classes changed. Merged units get a new name.
 * They span this round too, so stricter limits of it hold for them even when nobody new answered.
 */
export function carriedTotals(
  waiting: readonly UnitTotals[],
  items: readonly CountedItem[],
  rules: RoundRules,
): readonly UnitTotals[] {
  const current = new Map(items.map((item) => [item.id, item.fingerprint]));
  return waiting.flatMap((totals) => {
    const unit = presentUnit(totals.unit, rules);
    if (unit === null || expired(totals.from, rules.quarter)) return [];
    const kept = Object.entries(totals.items).filter(
      ([id, total]) => current.get(id) === total.fingerprint,
    );
    const limits = strictest(totals, rules.limits);
    return [{ ...totals, ...limits, unit, items: Object.fromEntries(kept) }];
  });
}

/** The unit that a code means today, along merges; null when it was closed or split. */
function presentUnit(code: string, rules: RoundRules): string | null {
  const merged = rules.mergedInto ?? {};
  const seen = new Set<string>();
  let unit = code;
  while (Object.hasOwn(merged, unit) && !seen.has(unit)) {
    seen.add(unit);
    unit = merged[unit] ?? unit;
  }
  return Object.hasOwn(rules.tree.units, unit) ? unit : null;
}
