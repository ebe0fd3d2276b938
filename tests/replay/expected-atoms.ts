import type { Asked } from "./columns";
import type { Row } from "./file";
import type { ReleasedAtom, ReleasedClasses, ReleasedScale } from "./released";
import { classCounts, NO_ANSWER, optionCounts } from "./truth";

/** Fewer answers than this to a five-step question are not shown. */
const ITEM_MIN = 6;

type Gathered = { rows: Row[]; from: string };
export type Limits = { readonly k: number; readonly c: number };

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

function scale(counts: Readonly<Record<string, number>>, c: number): ReleasedScale | null {
  const values = [1, 2, 3, 4, 5];
  const n = values.reduce((all, value) => all + (counts[value] ?? 0), 0);
  if (n < ITEM_MIN) return null;
  const sum = values.reduce((all, value) => all + value * (counts[value] ?? 0), 0);
  const [low, high] = [n + 4 * (1 + c), 5 * n - 4 * (1 + c)];
  return { kind: "scale", n, sum: clamp(sum, low, high), low, high };
}

function classes(counts: Readonly<Record<string, number>>, n: number, c: number): ReleasedClasses {
  const [low, high] = [1 + c, n - 1 - c];
  const shown = Object.entries(counts)
    .filter(([name]) => name !== NO_ANSWER)
    .map(([name, count]) => [name, clamp(count, low, high)]);
  return { kind: "classes", counts: Object.fromEntries(shown), low, high };
}

function itemsOf(rows: readonly Row[], columns: readonly Asked[], c: number) {
  const items: Record<string, ReleasedScale | ReleasedClasses> = {};
  for (const item of columns) {
    const options = optionCounts(item, rows, columns);
    const byClass = classCounts(item, options);
    const shown = item.kind === "scale" ? scale(options, c) : null;
    if (shown) items[item.id] = shown;
    if (byClass) items[item.id] = classes(byClass, rows.length, c);
  }
  return items;
}

/** Units' results as the rule says: people gather until there are k of them, then they are shown and begin anew. */
export function gatherAtoms(columns: readonly Asked[]) {
  const waiting = new Map<string, Gathered>();
  return (quarter: string, rows: readonly Row[], { k, c }: Limits): ReleasedAtom[] => {
    for (const row of rows) {
      const key = `${row.unit} ${row.series}`;
      const gathered = waiting.get(key) ?? { rows: [], from: quarter };
      gathered.rows.push(row);
      waiting.set(key, gathered);
    }
    const formed: ReleasedAtom[] = [];
    for (const [key, { rows: people, from }] of waiting) {
      if (people.length < k) continue;
      const [unit = "", series = ""] = key.split(" ");
      const items = itemsOf(people, columns, c);
      formed.push({ unit, series, from, to: quarter, n: people.length, k, c, items });
      waiting.delete(key);
    }
    return formed;
  };
}
