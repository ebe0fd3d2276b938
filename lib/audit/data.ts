import highs from "highs";
import type { Solve } from "@/lib/audit/programme";
import type { Collected, CollectedReadings } from "@/lib/audit/published";
import { db } from "@/lib/db/clients";

/** Every manifest with its questionnaire and what was counted, read as `sorti_reader`. */
export async function publishedRounds(): Promise<Collected["rounds"]> {
  const rounds = await db("reader").round.findMany({ orderBy: { quarter: "asc" } });
  return rounds.map(({ manifest, questionnaire, counted }) => ({
    manifest: JSON.parse(manifest),
    questionnaire: JSON.parse(questionnaire),
    counted,
  }));
}

/** The same with every result and every picture. */
export async function releasedTables(): Promise<Collected> {
  const reader = db("reader");
  const [atoms, cells] = [await reader.atom.findMany(), await reader.cell.findMany()];
  return {
    rounds: await publishedRounds(),
    atoms: atoms.map(asPublished),
    cells: cells.map(asPublished),
    readings: null,
    reports: [],
  };
}

/**
 * Everything that readings of comments released.
 *
 * @param codeBook the themes that a reader can choose, with those that are sensitive
 */
export async function releasedReadings(codeBook: unknown): Promise<CollectedReadings> {
  const reader = db("reader");
  const [themes, paraphrases, opened] = await Promise.all([
    reader.theme.findMany(),
    reader.paraphrase.findMany(),
    reader.logEntry.findMany({ where: { kind: "texts-opened" }, select: { content: true } }),
  ]);
  return {
    codeBook,
    themes: themes.map(asPublished),
    paraphrases: paraphrases.map(({ toQuarter: to, ...rest }) => ({ ...rest, to })),
    opened: opened.map(({ content }) => JSON.parse(content)),
  };
}

/** The same as the tables, with what was read of comments and every version of every report beside it. */
export async function everythingPublished(codeBook: unknown): Promise<Collected> {
  const rows = await db("reader").report.findMany({
    orderBy: [{ quarter: "asc" }, { version: "asc" }],
    select: { quarter: true, version: true, snapshot: true },
  });
  const reports = rows.map(({ quarter, version, snapshot }) => ({
    name: `${quarter} version ${version}`,
    snapshot,
  }));
  const readings = await releasedReadings(codeBook);
  return { ...(await releasedTables()), readings, reports };
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
