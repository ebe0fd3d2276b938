import type { Atom, Cell } from "@/lib/disclosure/release";

/** An atom as its table holds it. */
export const atomRow = (atom: Atom) => ({
  unit: atom.unit,
  series: atom.series,
  fromQuarter: atom.from,
  toQuarter: atom.to,
  n: atom.n,
  k: atom.k,
  c: atom.c,
  items: atom.items,
});

/** A cell as its table holds it. */
export const cellRow = (cell: Cell) => ({
  slice: cell.slice,
  node: cell.node,
  series: cell.series,
  fromQuarter: cell.from,
  toQuarter: cell.to,
  n: cell.n,
  items: cell.items,
});
