import { createHash } from "node:crypto";
import { db } from "@/lib/db/clients";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { allAtoms, allCells, allParaphrases, allThemes, publicReceipts } from "@/lib/releases/data";
import { allRounds } from "@/lib/rounds/data";
import { canonicalJson } from "@/lib/sealing/canonical";
import { themesHash } from "@/lib/themes/release-hash";
import type { Entry } from "@/lib/transparency/entry";
import { contentOf, logText } from "@/lib/transparency/log-file";
import { releaseHash } from "@/lib/transparency/release-hash";

/** The whole public log, oldest first. */
export async function readLog(): Promise<Entry[]> {
  return db("reader").logEntry.findMany({ orderBy: { seq: "asc" } });
}

/** The log's public bytes, with every manifest that it names. `custodianKeys`: null where they are not known. */
export async function publicLog(custodianKeys: readonly [string, string] | null): Promise<string> {
  // The log first: a round that is planned meanwhile is then one too many, which nobody minds.
  const entries = await readLog();
  const rounds = (await allRounds()).map(({ quarter, signed }) => ({ quarter, ...signed }));
  return logText(entries, rounds, custodianKeys);
}

/** What the log says and the tables no longer do. */
export type TableFault = {
  readonly seq: number;
  readonly reason: "release-changed" | "totals-changed" | "report-changed" | "reading-changed";
};

type Content = Readonly<Record<string, unknown>>;

async function hashOfRelease(quarter: Quarter): Promise<string | null> {
  const receipts = await publicReceipts(quarter);
  if (!receipts) return null;
  const atoms = (await allAtoms()).filter(({ to }) => to === quarter);
  const cells = (await allCells()).filter(({ to }) => to === quarter);
  return releaseHash({ quarter, atoms, cells, receipts });
}

/** The kinds that tell a round's totals. */
const ENDS = ["mixed", "carried-over", "answers-left-sealed", "answers-given-up"];

async function mixFault(quarter: Quarter, content: Content) {
  const round = await db("reader").round.findUnique({ where: { quarter } });
  const totals = ["received", "counted", "withdrawn", "dropped"] as const;
  if (totals.some((name) => round?.[name] !== content[name])) return "totals-changed";
  // Entries from before releases were hashed hold none.
  const { release } = content;
  return release === undefined || release === (await hashOfRelease(quarter))
    ? null
    : "release-changed";
}

async function reportFault(quarter: Quarter, { version, hash }: Content) {
  const where = { quarter_version: { quarter, version: Number(version) } };
  const report = await db("reader").report.findUnique({ where });
  const found = createHash("sha256").update(canonicalJson(report?.snapshot ?? null));
  return found.digest("hex") === hash && report?.hash === hash ? null : "report-changed";
}

async function readingFault(quarter: Quarter, { release }: Content) {
  const themes = (await allThemes()).filter(({ to }) => to === quarter);
  const paraphrases = (await allParaphrases()).filter(({ to }) => to === quarter);
  return (await themesHash({ themes, paraphrases })) === release ? null : "reading-changed";
}

const FAULTS: Readonly<
  Record<string, (quarter: Quarter, content: Content) => Promise<TableFault["reason"] | null>>
> = {
  ...Object.fromEntries(ENDS.map((kind) => [kind, mixFault])),
  redacted: readingFault,
  "report-published": reportFault,
};

/** The first entry whose release, totals, reading or report the tables hold otherwise; null when all are as logged. */
export async function firstTableFault(entries: readonly Entry[]): Promise<TableFault | null> {
  for (const entry of entries) {
    const content = contentOf(entry) ?? {};
    const quarter = String(content["quarter"]);
    if (!isQuarter(quarter)) continue;
    const reason = await FAULTS[entry.kind]?.(quarter, content);
    if (reason) return { seq: entry.seq, reason };
  }
  return null;
}
