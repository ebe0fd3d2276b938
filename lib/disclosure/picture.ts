import { type Cell, type NodeId, REGION, type Series, type Tree } from "@/lib/disclosure/release";

/** Cells added up: a group, the region, a year. `cells`: how many noises stand in each count. */
export type Picture = {
  readonly n: number;
  readonly cells: number;
  readonly items: Readonly<Record<string, PictureItem>>;
};

/** `n` and `cells` of those cells that hold the item. */
export type PictureItem = {
  readonly n: number;
  readonly cells: number;
  readonly options: Readonly<Record<string, number>>;
  readonly classes: Readonly<Record<string, number>>;
};

/**
 * Adds cells of one slice (answers and background are the same people, so they are never added up).
 * Noised counts are summed as they are: clipping each cell would lift every rare reason.
 */
export function sumCells(cells: readonly Cell[], slice: Cell["slice"] = "answers"): Picture {
  const mine = cells.filter((cell) => cell.slice === slice);
  const ids = [...new Set(mine.flatMap((cell) => Object.keys(cell.items)))];
  return {
    n: mine.reduce((sum, cell) => sum + cell.n, 0),
    cells: mine.length,
    items: Object.fromEntries(ids.map((id) => [id, sumItem(mine, id)])),
  };
}

function sumItem(cells: readonly Cell[], id: string): PictureItem {
  const holding = cells.flatMap((cell) => {
    const item = cell.items[id];
    return item === undefined ? [] : [{ n: cell.n, item }];
  });
  return {
    n: holding.reduce((sum, { n }) => sum + n, 0),
    cells: holding.length,
    options: addUp(holding.map(({ item }) => item.options)),
    classes: addUp(holding.map(({ item }) => item.classes ?? {})),
  };
}

function addUp(tables: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [code, n] of tables.flatMap(Object.entries<number>)) sum[code] = (sum[code] ?? 0) + n;
  return sum;
}

/** The cells of a node and of everything under it: what its picture is the sum of. */
export function cellsWithin<C extends Pick<Cell, "node">>(
  cells: readonly C[],
  node: NodeId,
  tree: Tree,
): readonly C[] {
  return cells.filter((cell) => node === REGION || cell.node === node || above(cell.node) === node);

  function above(of: NodeId): NodeId | null {
    if (!of.startsWith("unit:")) return null;
    const group = tree.units[of.slice("unit:".length)];
    return group === undefined ? null : `group:${group}`;
  }
}

/** The smallest picture that a unit's answers can be in, and the cells it is the sum of. */
export type SmallestPicture<C> = { readonly node: NodeId; readonly cells: readonly C[] };

/**
 * The smallest node from a unit upwards at which a cell of the series has formed; null when there is none.
 * A neighbour's own cell does not make a picture of the group: this unit's answers are not in it.
 */
export function smallestPicture<C extends Omit<Cell, "items">>(
  cells: readonly C[],
  unit: string,
  tree: Tree,
  series: Series,
): SmallestPicture<C> | null {
  const mine = cells.filter((cell) => cell.slice === "answers" && cell.series === series);
  const group = tree.units[unit];
  const path: NodeId[] = [`unit:${unit}`, ...(group ? [`group:${group}` as const] : []), REGION];
  const node = path.find((at) => mine.some((cell) => cell.node === at));
  return node === undefined ? null : { node, cells: cellsWithin(mine, node, tree) };
}
