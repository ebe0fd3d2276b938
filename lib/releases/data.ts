import type { Atom as AtomRow, Cell as CellRow, Prisma } from "@/generated/collector/client";
import { db } from "@/lib/db/clients";
import { keptWhile } from "@/lib/db/kept";
import type { Atom, Cell, NodeId, Series } from "@/lib/disclosure/release";
import type { Paraphrase, ThemeTable } from "@/lib/disclosure/theme-table";
import type { Quarter } from "@/lib/quarters/quarter";
import { isDone, type RoundState } from "@/lib/rounds/state";

type Placed = Pick<CellRow, "slice" | "node" | "series" | "fromQuarter" | "toQuarter" | "n">;

const asAtom = (row: AtomRow): Atom => ({
  unit: row.unit,
  series: row.series as Series,
  from: row.fromQuarter as Quarter,
  to: row.toQuarter as Quarter,
  n: row.n,
  k: row.k,
  c: row.c === 0 ? 0 : 1,
  items: row.items as Atom["items"],
});

const placeOf = (row: Placed): CellPlace => ({
  slice: row.slice as Cell["slice"],
  node: row.node as NodeId,
  series: row.series as Series,
  from: row.fromQuarter as Quarter,
  to: row.toQuarter as Quarter,
  n: row.n,
});

const asCell = (row: CellRow): Cell => ({ ...placeOf(row), items: row.items as Cell["items"] });

/** Complete, so that every reading is the same. */
const CELL_ORDER: Prisma.CellOrderByWithRelationInput[] = [
  { toQuarter: "asc" },
  { node: "asc" },
  { series: "asc" },
  { slice: "asc" },
];

/** Every atom ever released, oldest first. Read as `sorti_reader`, who can read nothing else. */
export async function allAtoms(): Promise<Atom[]> {
  const rows = await db("reader").atom.findMany({
    orderBy: [{ toQuarter: "asc" }, { unit: "asc" }, { series: "asc" }],
  });
  return rows.map(asAtom);
}

/** Every cell ever released, oldest first; the order is complete, so that every reading is the same. */
export async function allCells(): Promise<Cell[]> {
  const rows = await db("reader").cell.findMany({
    orderBy: CELL_ORDER,
  });
  return rows.map(asCell);
}

/** A unit's atoms, oldest first. */
export async function atomsOf(unit: string): Promise<Atom[]> {
  const order = [{ toQuarter: "asc" }, { series: "asc" }] as const;
  return (await db("reader").atom.findMany({ where: { unit }, orderBy: [...order] })).map(asAtom);
}

/** Codes of the units that have an atom of a series. */
export async function unitsWithAtoms(series: Series): Promise<ReadonlySet<string>> {
  const rows = await db("reader").atom.findMany({
    where: { series },
    select: { unit: true },
    distinct: ["unit"],
  });
  return new Set(rows.map(({ unit }) => unit));
}

/** A cell without its figures: where it lies, and of when. */
type CellPlace = Omit<Cell, "items">;

/** Where the answers of a series have formed cells since a quarter. */
export async function cellPlaces(series: Series, since: Quarter): Promise<CellPlace[]> {
  const rows = await db("reader").cell.findMany({
    where: { slice: "answers", series, toQuarter: { gte: since } },
    omit: { items: true },
  });
  return rows.map(placeOf);
}

/** The cells at these places, oldest first. */
export async function cellsAt(places: readonly CellPlace[]): Promise<Cell[]> {
  const found = new Set(places.map(nameOf));
  const [slices, nodes, series, quarters] = [
    [...new Set(places.map(({ slice }) => slice))],
    [...new Set(places.map(({ node }) => node))],
    [...new Set(places.map((place) => place.series))],
    [...new Set(places.map(({ to }) => to))],
  ];
  const rows = await db("reader").cell.findMany({
    where: {
      slice: { in: slices },
      node: { in: nodes },
      series: { in: series },
      toQuarter: { in: quarters },
    },
    orderBy: CELL_ORDER,
  });
  return rows.map(asCell).filter((cell) => found.has(nameOf(cell)));
}

const nameOf = ({ slice, node, series, to }: CellPlace) => [slice, node, series, to].join(" ");

/**
 * What is made of the released cells, made once for as long as neither they nor a round have changed: asked on every
 * call, by the transactions that wrote the rows. `what` names it; it must be the same for every reader.
 */
export async function madeOfCells<T>(what: readonly unknown[], make: () => Promise<T>): Promise<T> {
  const [found] = await db("reader").$queryRaw<{ version: string }[]>`
    SELECT concat_ws(' ', count(*), sum(xmin::text::bigint),
      (SELECT string_agg(quarter || xmin::text, ' ' ORDER BY quarter) FROM release.rounds)) AS version
    FROM release.cells`;
  return keptWhile("cells", found?.version, JSON.stringify(what), make);
}

/** Every theme table ever released, oldest first, in a complete order. */
export async function allThemes(): Promise<ThemeTable[]> {
  const rows = await db("reader").theme.findMany({
    orderBy: [{ toQuarter: "asc" }, { node: "asc" }, { series: "asc" }],
  });
  return rows.map((row) => ({
    node: row.node as NodeId,
    series: row.series as Series,
    from: row.fromQuarter as Quarter,
    to: row.toQuarter as Quarter,
    n: row.n,
    counts: row.counts as ThemeTable["counts"],
  }));
}

/** Every paraphrase ever released, oldest first, each quarter's and node's in the order in which they were drawn. */
export async function allParaphrases(): Promise<Paraphrase[]> {
  const rows = await db("reader").paraphrase.findMany({
    orderBy: [{ toQuarter: "asc" }, { node: "asc" }, { place: "asc" }],
  });
  return rows.map(({ node, toQuarter, place, text }) => {
    return { node: node as NodeId, to: toQuarter as Quarter, place, text };
  });
}

/**
 * A mixed round's receipts as sorted hex, and how many answers were dropped; null before the mix. The lists of
 * a round that was set aside are empty: nothing of it was counted.
 */
export async function publicReceipts(quarter: Quarter) {
  const reader = db("reader");
  const round = await reader.round.findUnique({ where: { quarter } });
  if (!round || !isDone(round.state as RoundState)) return null;
  const rows = await reader.receipt.findMany({ where: { quarter }, orderBy: { hash: "asc" } });
  const list = (state: string) =>
    rows.filter((row) => row.state === state).map((row) => Buffer.from(row.hash).toString("hex"));
  return { reached: list("reached"), carried: list("carried"), dropped: round.dropped ?? 0 };
}
