import { db } from "@/lib/db/clients";
import type { Atom, Cell, NodeId, Series } from "@/lib/disclosure/release";
import type { Paraphrase, ThemeTable } from "@/lib/disclosure/theme-table";
import type { Quarter } from "@/lib/quarters/quarter";
import { isDone, type RoundState } from "@/lib/rounds/state";

/** Every atom ever released, oldest first. Read as `sorti_reader`, who can read nothing else. */
export async function allAtoms(): Promise<Atom[]> {
  const rows = await db("reader").atom.findMany({
    orderBy: [{ toQuarter: "asc" }, { unit: "asc" }, { series: "asc" }],
  });
  return rows.map((row) => ({
    unit: row.unit,
    series: row.series as Series,
    from: row.fromQuarter as Quarter,
    to: row.toQuarter as Quarter,
    n: row.n,
    k: row.k,
    c: row.c === 0 ? 0 : 1,
    items: row.items as Atom["items"],
  }));
}

/** Every cell ever released, oldest first; the order is complete, so that every reading is the same. */
export async function allCells(): Promise<Cell[]> {
  const rows = await db("reader").cell.findMany({
    orderBy: [{ toQuarter: "asc" }, { node: "asc" }, { series: "asc" }, { slice: "asc" }],
  });
  return rows.map((row) => ({
    slice: row.slice as Cell["slice"],
    node: row.node as NodeId,
    series: row.series as Series,
    from: row.fromQuarter as Quarter,
    to: row.toQuarter as Quarter,
    n: row.n,
    items: row.items as Cell["items"],
  }));
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
