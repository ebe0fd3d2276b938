import { type CountedItem, classCounts } from "@/lib/disclosure/counted-item";
import { CELL_MIN } from "@/lib/disclosure/limits";
import { alphaFor, type Noise } from "@/lib/disclosure/noise";
import { type Cell, type CellItem, NO_ANSWER, type NodeId, REGION } from "@/lib/disclosure/release";
import type { RoundRules } from "@/lib/disclosure/round-rules";
import { emptyTally, pour, type Tally } from "@/lib/disclosure/tally";
import type { LeftOver } from "@/lib/disclosure/waiting";
import { type Quarter, quartersBetween } from "@/lib/quarters/quarter";

/** One series of one slice: the people whose answers may share a cell. */
export type Stream = Pick<Cell, "slice" | "series">;

type Pool = { readonly tally: Tally; from: Quarter };
type Pools = Map<NodeId, Pool>;

/**
 * Forms a stream's cells: each new answer, and each that waits, goes to the lowest node with 30 of them.
 * A unit counts this round's answers, a group its units' left-overs and what waited there, the region the
 * rest. Where a group may keep its left-overs is the manifest's choice (`pictured`), never the answers'.
 *
 * @param items the items of the stream's slice
 * @param fresh this round's tallies by node: units for answers, the region for background items
 */
export function formCells(
  stream: Stream,
  fresh: ReadonlyMap<NodeId, Tally>,
  waiting: readonly LeftOver[],
  items: readonly CountedItem[],
  rules: RoundRules,
  noise: Noise,
): { readonly cells: readonly Cell[]; readonly waiting: readonly LeftOver[] } {
  const pools: Pools = new Map();
  for (const left of waiting) move(pools, left.node, revived(left, items), left.from, items);
  for (const [node, tally] of fresh) move(pools, node, tally, rules.quarter, items);

  const cells: Cell[] = [];
  const kept: LeftOver[] = [];
  for (const node of upwards(pools)) {
    const pool = pools.get(node);
    if (pool === undefined || pool.tally.n === 0) continue;
    const parent = parentOf(node, rules);
    if (pool.tally.n >= CELL_MIN)
      cells.push(drawn(stream, node, pool, items, rules.quarter, noise));
    else if (parent === null) kept.push(left(stream, node, pool, items));
    else move(pools, parent, pool.tally, pool.from, items);
  }
  return { cells, waiting: kept };
}

/** Units, then groups, then the region; each kind sorted, so that no order of arrival survives. */
function* upwards(pools: Pools): Generator<NodeId> {
  for (const kind of ["unit:", "group:", REGION]) {
    yield* [...pools.keys()].filter((node) => node.startsWith(kind)).sort();
  }
}

/** Where left-overs of a node go on to; null where they wait. */
function parentOf(node: NodeId, rules: RoundRules): NodeId | null {
  if (node === REGION) return null;
  if (node.startsWith("unit:")) {
    const group = rules.tree.units[node.slice("unit:".length)];
    return group === undefined ? REGION : `group:${group}`;
  }
  return rules.tree.pictured.includes(node.slice("group:".length)) ? null : REGION;
}

function move(
  pools: Pools,
  node: NodeId,
  tally: Tally,
  from: Quarter,
  items: readonly CountedItem[],
): void {
  const pool = pools.get(node) ?? { tally: emptyTally(items), from };
  pour(pool.tally, tally);
  if (quartersBetween(pool.from, from) < 0) pool.from = from;
  pools.set(node, pool);
}

/** Waiting counts on today's items: of an item that is new or changed, those who wait have no answer. */
function revived(left: LeftOver, items: readonly CountedItem[]): Tally {
  const tally = emptyTally(items);
  tally.n = left.n;
  for (const item of items) {
    const waited = left.items[item.id];
    tally.items[item.id] =
      waited?.fingerprint === item.fingerprint
        ? { ...tally.items[item.id], ...waited.options }
        : { ...tally.items[item.id], [NO_ANSWER]: left.n };
  }
  return tally;
}

function left(stream: Stream, node: NodeId, pool: Pool, items: readonly CountedItem[]): LeftOver {
  const counts = items.map((item) => [
    item.id,
    { fingerprint: item.fingerprint, options: pool.tally.items[item.id] ?? {} },
  ]);
  const { slice, series } = stream;
  return {
    slice,
    node,
    series,
    from: pool.from,
    n: pool.tally.n,
    items: Object.fromEntries(counts),
  };
}

function drawn(
  { slice, series }: Stream,
  node: NodeId,
  pool: Pool,
  items: readonly CountedItem[],
  to: Quarter,
  noise: Noise,
): Cell {
  const pictured = items.map((item) => [
    item.id,
    noised(item, pool.tally.items[item.id] ?? {}, noise),
  ]);
  const { from, tally } = pool;
  return { slice, node, series, from, to, n: tally.n, items: Object.fromEntries(pictured) };
}

/** The α of an item's counts: two tables, or `max` choices, share the odds of four. */
export function alphaOf(item: Pick<CountedItem, "classOf" | "max">): number {
  return alphaFor(item.classOf === null ? item.max : 2);
}

function noised(
  item: CountedItem,
  counts: Readonly<Record<string, number>>,
  noise: Noise,
): CellItem {
  const alpha = alphaOf(item);
  const blur = (table: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(table).map(([code, n]) => [code, n + noise(alpha)]));
  const options = blur(counts);
  return item.classOf === null
    ? { options }
    : { options, classes: blur(classCounts(item.classOf, counts)) };
}
