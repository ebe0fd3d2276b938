import highs from "highs";
import type { Solve } from "@/lib/audit/programme";
import type { Collected } from "@/lib/audit/published";
import { db } from "@/lib/db/clients";

/** Every manifest with its questionnaire, every result and every picture, read as `sorti_reader`. */
export async function releasedTables(): Promise<Collected> {
  const reader = db("reader");
  const rounds = await reader.round.findMany({ orderBy: { quarter: "asc" } });
  const [atoms, cells] = [await reader.atom.findMany(), await reader.cell.findMany()];
  return {
    rounds: rounds.map(({ manifest, questionnaire, counted }) => ({
      manifest: JSON.parse(manifest),
      questionnaire: JSON.parse(questionnaire),
      counted,
    })),
    atoms: atoms.map(asPublished),
    cells: cells.map(asPublished),
    reports: [],
  };
}

/** The same, and every version of every report beside it. */
export async function everythingPublished(): Promise<Collected> {
  const rows = await db("reader").report.findMany({
    orderBy: [{ quarter: "asc" }, { version: "asc" }],
    select: { quarter: true, version: true, snapshot: true },
  });
  const reports = rows.map(({ quarter, version, snapshot }) => ({
    name: `${quarter} version ${version}`,
    snapshot,
  }));
  return { ...(await releasedTables()), reports };
}

type Row = { readonly fromQuarter: string; readonly toQuarter: string };

function asPublished({ fromQuarter: from, toQuarter: to, ...rest }: Row): unknown {
  return { ...rest, from, to };
}

/** The solver of integer programmes. A solve throws when it can tell neither yes nor no. */
export async function integerSolver(): Promise<Solve> {
  const solver = await highs();
  return (programme) => {
    const { Status: status } = solver.solve(programme);
    if (status === "Optimal") return true;
    if (status === "Infeasible") return false;
    throw new Error(`The solver stopped with: ${status}.`);
  };
}
