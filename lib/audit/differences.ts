import type { Leak } from "./leak";
import { smallestIsolated } from "./linear";
import type { Members } from "./members";
import { nameOfAtom } from "./published";

/**
 * What can be had by adding and subtracting all results ever published. Results that share nobody give only
 * themselves and their sums; of those that do, every combination is tried. Grows with the number of results.
 */
export function differences(members: readonly Members[]): readonly Leak[] {
  const holders = new Map<string, Members[]>();
  for (const one of members) {
    for (const group of one.groups) holders.set(group, [...(holders.get(group) ?? []), one]);
  }
  const shared = [...holders.values()].filter((some) => some.length > 1);
  return together(shared).flatMap((some) => {
    const where = [...some].map(({ atom }) => nameOfAtom(atom)).join(" + ");
    const sums = [...some].map(({ atom, groups }) => ({ people: atom.n, groups }));
    const isolated = smallestIsolated(sums) < Math.max(...[...some].map(({ atom }) => atom.k));
    const twice: Leak = { rule: "counted-twice", where };
    return isolated ? [twice, { rule: "group-isolated" as const, where }] : [twice];
  });
}

/** Results that hang together by shared people. */
function together(shared: readonly (readonly Members[])[]): readonly ReadonlySet<Members>[] {
  const found = new Map<Members, Set<Members>>();
  for (const some of shared) {
    const joined = new Set(some.flatMap((one) => [...(found.get(one) ?? [one])]));
    for (const one of joined) found.set(one, joined);
  }
  return [...new Set(found.values())];
}
