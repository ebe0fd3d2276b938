import type { Figure } from "@/lib/disclosure/figure";
import type { Atom } from "@/lib/disclosure/release";

/**
 * The people in a unit's result. `undefined`: no atom has formed.
 */
export function atomPeople(atom: Atom | undefined): Figure {
  return atom === undefined
    ? { kind: "withheld", reason: "too-few" }
    : { kind: "count", n: atom.n };
}

/** The mean of a five-point item, 1 to 5, not rounded. */
export function scaleMean(atom: Atom | undefined, item: string): Figure {
  if (atom === undefined) return { kind: "withheld", reason: "too-few" };
  const shown = atom.items[item];
  if (shown?.kind !== "scale") return { kind: "withheld", reason: "item-too-few" };
  return labelled(shown.sum, shown.low, shown.high, shown.sum / shown.n);
}

/** How many of the atom's people chose a class of a choice item. */
export function classCount(atom: Atom | undefined, item: string, name: string): Figure {
  if (atom === undefined) return { kind: "withheld", reason: "too-few" };
  const shown = atom.items[item];
  const count = shown?.kind === "classes" ? shown.counts[name] : undefined;
  if (shown === undefined || count === undefined) {
    return { kind: "withheld", reason: "item-too-few" };
  }
  return labelled(count, shown.low, shown.high, count);
}

/**
 * A value at a bound is always a bound, whether or not the clamp moved it: a label that appeared only when
 * the clamp bites would say what the clamp hides.
 */
function labelled(value: number, low: number, high: number, n: number): Figure {
  if (value <= low) return { kind: "at-most", n };
  return value >= high ? { kind: "at-least", n } : { kind: "count", n };
}
