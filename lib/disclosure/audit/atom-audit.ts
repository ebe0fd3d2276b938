import { known, leastOpen, tables } from "@/lib/disclosure/audit/enumerate";
import type { Leak, LeakRule } from "@/lib/disclosure/audit/leak";
import type { Atom, AtomItem } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import { itemsOf, optionsOf } from "@/lib/survey/items";
import type { Item } from "@/lib/survey/questionnaire";

/** Beyond this many people a table is too large to enumerate inside a mix. */
const ENUMERABLE = 12;

type Scale = Extract<AtomItem, { kind: "scale" }>;
type Classes = Extract<AtomItem, { kind: "classes" }>;

/** Audits one atom's items; the limits are spelled out here once more, so that a slip elsewhere shows. */
export function auditAtomItems(atom: Atom, rules: RoundRules): readonly Leak[] {
  const items = new Map(itemsOf(rules.questionnaire).map((item) => [item.id, item]));
  return Object.entries(atom.items).flatMap(([id, shown]) => {
    const where = `atom ${atom.unit} ${atom.series} ${atom.to} ${id}`;
    return itemRules(atom, items.get(id), shown).map((rule) => ({ rule, where }));
  });
}

function itemRules(atom: Atom, item: Item | undefined, shown: AtomItem): readonly LeakRule[] {
  if (item === undefined || item.slice !== "unit") return ["wrong-slice"];
  if ((item.type === "scale5") !== (shown.kind === "scale")) return ["wrong-slice"];
  return shown.kind === "scale" ? scaleRules(atom, shown) : classRules(atom, item, shown);
}

function scaleRules(atom: Atom, shown: Scale): readonly LeakRule[] {
  const { n, sum, low, high } = shown;
  const room = 4 * (1 + atom.c);
  if (![n, sum, low, high].every(Number.isInteger)) return ["not-whole"];
  if (n < 6 || n > atom.n) return ["item-too-small"];
  if (low !== n + room || high !== 5 * n - room) return ["wrong-bounds"];
  if (sum < low || sum > high) return ["outside-bounds"];
  return n <= ENUMERABLE && scaleOpen(shown, atom.c) < 5 ? ["answer-closed"] : [];
}

function scaleOpen({ n, sum, low, high }: Scale, insiders: 0 | 1): number {
  const { from, to } = known(sum, low, high, 5 * n);
  const anyone = Array.from({ length: 5 }, () => ({ from: 0, to: n }));
  function* agreeing() {
    for (const table of tables(n, anyone)) {
      const total = table.reduce((all, count, index) => all + count * (index + 1), 0);
      if (total >= from && total <= to) yield table;
    }
  }
  return leastOpen(agreeing(), insiders);
}

function classRules(atom: Atom, item: Item, shown: Classes): readonly LeakRule[] {
  const { counts, low, high } = shown;
  const people = high + 1 + atom.c;
  const numbers = Object.values(counts);
  if (![low, high, ...numbers].every(Number.isInteger)) return ["not-whole"];
  if (people < atom.k) return ["item-too-small"];
  if (low !== 1 + atom.c || people > atom.n) return ["wrong-bounds"];
  if (!sameCodes(Object.keys(counts), classesOf(item))) return ["wrong-codes"];
  if (numbers.some((count) => count < low || count > high)) return ["outside-bounds"];
  return people <= ENUMERABLE && classesOpen(shown, people, atom.c) < 2 ? ["answer-closed"] : [];
}

/** No answer is one more category, of which nothing is shown. */
function classesOpen({ counts, low, high }: Classes, people: number, insiders: 0 | 1): number {
  const ranges = Object.values(counts).map((count) => known(count, low, high, people));
  return leastOpen(tables(people, [...ranges, { from: 0, to: people }]), insiders);
}

/** The classes a document gives an item. */
export function classesOf(item: Item): readonly string[] {
  const names =
    item.type === "scale10"
      ? Object.values(item.classes)
      : optionsOf(item).flatMap((option) => option.class ?? []);
  return [...new Set(names)];
}

/** Whether two lists hold the same codes, in any order. */
export function sameCodes(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}
