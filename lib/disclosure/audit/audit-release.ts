import { auditAtomItems } from "@/lib/disclosure/audit/atom-audit";
import { auditCell } from "@/lib/disclosure/audit/cell-audit";
import type { Leak, LeakRule } from "@/lib/disclosure/audit/leak";
import { type Atom, type Release, SERIES } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import { quartersBetween } from "@/lib/quarters/quarter";

/**
 * What a new release would give away, beside all earlier ones; an empty list is permission to commit it.
 *
 * Runs inside the mix, before the transaction. It reads the document and the limits by itself and shares
 * no code with the counting, so that a mistake there does not hide here.
 */
export function auditRelease(
  past: readonly Release[],
  next: Release,
  rules: RoundRules,
): readonly Leak[] {
  return [
    ...next.atoms.flatMap((atom) => [...auditAtom(atom, rules), ...auditAtomItems(atom, rules)]),
    ...overlaps(past, next, rules),
    ...next.cells.flatMap((cell) => auditCell(cell, rules)),
    ...cellsTwice(next),
  ];
}

function auditAtom(atom: Atom, rules: RoundRules): readonly Leak[] {
  const { k, c } = rules.limits;
  const found: LeakRule[] = [];
  if (!Number.isInteger(atom.n)) found.push("not-whole");
  if (atom.k < 5 || atom.k < k || atom.c < c || atom.n < atom.k) found.push("atom-too-small");
  if (atom.to !== rules.quarter || quartersBetween(atom.from, atom.to) < 0) {
    found.push("atom-quarters");
  }
  const listed = SERIES.includes(atom.series);
  if (!(listed && Object.hasOwn(rules.tree.units, atom.unit))) found.push("unknown-place");
  return found.map((rule) => ({ rule, where: nameOf(atom) }));
}

/**
 * Two results of a unit and series over the same quarter could hold the same people, and be subtracted.
 * A unit that others were merged into is excepted: their totals began earlier, with people of their own.
 */
function overlaps(past: readonly Release[], next: Release, rules: RoundRules): readonly Leak[] {
  const merged = new Set(Object.values(rules.mergedInto ?? {}));
  const before = past.flatMap((release) => release.atoms);
  return next.atoms.flatMap((atom, index) => {
    const others = [...before, ...next.atoms.slice(0, index)].filter(
      (other) => other.unit === atom.unit && other.series === atom.series,
    );
    const twice = others.some((other) =>
      merged.has(atom.unit)
        ? quartersBetween(other.to, atom.to) <= 0
        : quartersBetween(other.to, atom.from) <= 0,
    );
    return twice ? [{ rule: "atom-twice" as const, where: nameOf(atom) }] : [];
  });
}

function cellsTwice(next: Release): readonly Leak[] {
  const names = next.cells.map(
    (cell) => `cell ${cell.slice} ${cell.node} ${cell.series} ${cell.to}`,
  );
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (where) => ({
      rule: "cell-twice" as const,
      where,
    }),
  );
}

function nameOf(atom: Atom): string {
  return `atom ${atom.unit} ${atom.series} ${atom.to}`;
}
