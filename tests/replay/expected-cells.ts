import type { Asked } from "./columns";
import type { Row } from "./file";
import type { ReleasedCell } from "./released";
import { classCounts, optionCounts } from "./truth";

/** People in the smallest picture. */
const CELL_MIN = 30;
const REGION = "region";

type Pool = { rows: Row[]; from: string };
export type Tree = {
  readonly units: Readonly<Record<string, string>>;
  readonly pictured: readonly string[];
};
type Stream = Pick<ReleasedCell, "slice"> & { readonly series: Row["series"] };

const STREAMS: readonly Stream[] = (["leaver", "retiree"] as const).flatMap((series) => [
  { slice: "answers", series },
  { slice: "background", series },
]);

function pour(pools: Map<string, Pool>, node: string, { rows, from }: Pool): void {
  const pool = pools.get(node) ?? { rows: [], from };
  pool.rows.push(...rows);
  if (from < pool.from) pool.from = from;
  pools.set(node, pool);
}

/** Where those go on who are too few at a node; null where they wait. */
function above(node: string, { units, pictured }: Tree): string | null {
  const [kind, code = ""] = node.split(":");
  if (kind === "unit") return `group:${units[code]}`;
  if (kind === "group" && !pictured.includes(code)) return REGION;
  return null;
}

function exactCounts(rows: readonly Row[], items: readonly Asked[], all: readonly Asked[]) {
  return Object.fromEntries(
    items.map((item) => {
      const options = optionCounts(item, rows, all);
      const classes = classCounts(item, options);
      return [item.id, classes ? { options, classes } : { options }];
    }),
  );
}

/** Every node with people, from the units up; who is passed on is met again above. */
function* upwards(pools: ReadonlyMap<string, Pool>) {
  for (const kind of ["unit:", "group:", REGION]) {
    yield* [...pools].filter(([node]) => node.startsWith(kind));
  }
}

/** Takes out of the pools those who are enough for a picture, and moves the others up or lets them wait. */
function takeFull(pools: Map<string, Pool>, tree: Tree): (readonly [string, Pool])[] {
  const full: (readonly [string, Pool])[] = [];
  for (const [node, pool] of upwards(pools)) {
    const parent = above(node, tree);
    if (pool.rows.length >= CELL_MIN) full.push([node, pool]);
    else if (parent !== null) pour(pools, parent, pool);
    else continue;
    pools.delete(node);
  }
  return full;
}

/** Pictures as the rule says, with exact counts: each person goes to the lowest node with 30 of them. */
export function gatherCells(columns: readonly Asked[]) {
  const waiting = STREAMS.map((stream) => ({ stream, pools: new Map<string, Pool>() }));
  const itemsIn = (slice: Stream["slice"]) =>
    columns.filter((item) => (item.kind === "background") === (slice === "background"));
  return (quarter: string, rows: readonly Row[], tree: Tree): ReleasedCell[] =>
    waiting.flatMap(({ stream, pools }) => {
      for (const row of rows.filter(({ series }) => series === stream.series)) {
        const node = stream.slice === "answers" ? `unit:${row.unit}` : REGION;
        pour(pools, node, { rows: [row], from: quarter });
      }
      return takeFull(pools, tree).map(([node, { rows: people, from }]) => {
        const items = exactCounts(people, itemsIn(stream.slice), columns);
        return { ...stream, node, from, to: quarter, n: people.length, items };
      });
    });
}
