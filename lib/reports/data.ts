import type { ReportReader } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Quarter } from "@/lib/quarters/quarter";
import { type PublishedReport, snapshotSchema } from "@/lib/reports/snapshot";

type Stored = {
  readonly version: number;
  readonly publishedOn: string;
  readonly note: string | null;
  readonly hash: string;
  readonly snapshot: unknown;
};

function published({ version, publishedOn, note, hash, snapshot }: Stored): PublishedReport {
  return { version, publishedOn, note, hash, snapshot: snapshotSchema.parse(snapshot) };
}

/** A version of a quarter's report, or its latest; null when there is none. Read as `sorti_reader`. */
export async function findReport(
  _reader: ReportReader,
  quarter: Quarter,
  version?: number,
): Promise<PublishedReport | null> {
  const row = await db("reader").report.findFirst({
    where: { quarter, ...(version === undefined ? {} : { version }) },
    orderBy: { version: "desc" },
  });
  return row ? published(row) : null;
}

/** A version of a quarter's report without its content; null when there is none. */
export async function findReportHead(_reader: ReportReader, quarter: Quarter, version: number) {
  return db("reader").report.findUnique({
    where: { quarter_version: { quarter, version } },
    select: { version: true, publishedOn: true, note: true },
  });
}

/** The versions of a quarter's report, newest first, without their content. */
export function reportVersions(_reader: ReportReader, quarter: Quarter) {
  return db("reader").report.findMany({
    where: { quarter },
    select: { version: true, publishedOn: true, note: true, hash: true },
    orderBy: { version: "desc" },
  });
}

/** The quarters whose report is out. */
export async function publishedQuarters(_reader: ReportReader): Promise<ReadonlySet<Quarter>> {
  const rows = await db("reader").report.findMany({
    where: { version: 1 },
    select: { quarter: true },
  });
  return new Set(rows.map(({ quarter }) => quarter as Quarter));
}

/** Every quarter's latest report, newest quarter first. */
export async function latestReports(_reader: ReportReader): Promise<PublishedReport[]> {
  const rows = await db("reader").report.findMany({
    distinct: ["quarter"],
    orderBy: [{ quarter: "desc" }, { version: "desc" }],
  });
  return rows.map(published);
}

/** Every version of every report without its content, newest quarter and version first. */
export function versionHeads(_reader: ReportReader) {
  return db("reader").report.findMany({
    select: { quarter: true, version: true, publishedOn: true, note: true, hash: true },
    orderBy: [{ quarter: "desc" }, { version: "desc" }],
  });
}

/** Versions of any quarter's report, the newest quarter and version first, at most so many. */
export async function newestVersions(
  _reader: ReportReader,
  most: number,
): Promise<PublishedReport[]> {
  const rows = await db("reader").report.findMany({
    orderBy: [{ quarter: "desc" }, { version: "desc" }],
    take: most,
  });
  return rows.map(published);
}
