import { createHash } from "node:crypto";
import type { Prisma } from "@/generated/collector/client";
import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { reportFacts } from "@/lib/publishing/data";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { PublishRefused, publishBlockers } from "@/lib/reports/blockers";
import { buildReport } from "@/lib/reports/build";
import { findReport } from "@/lib/reports/data";
import type { HrComment, PublishedReport, ReportSnapshot } from "@/lib/reports/snapshot";
import { canonicalJson } from "@/lib/sealing/canonical";
import { appendLog } from "@/lib/transparency/mutations";

export type PublishOptions = {
  /** Why the report changes: required when another is out. */
  readonly note?: string;
  /** HR's comment; without one the published report's is kept. */
  readonly comment?: HrComment;
};

export type Published = {
  readonly quarter: Quarter;
  readonly version: number;
  readonly hash: string;
  /** False: this very report was out already, and nothing was written. */
  readonly isNew: boolean;
};

/** SHA-256 of a snapshot's canonical JSON, hex: what the public log records. */
export function snapshotHash(snapshot: ReportSnapshot): string {
  return createHash("sha256").update(canonicalJson(snapshot)).digest("hex");
}

/**
 * Builds a quarter's report, freezes it and notes it in the public log, all or nothing. Before the date that the
 * manifest fixed only with the quarter's answers, from then on without them if need be. Publishing the same
 * again changes nothing; another content is the next version and needs a note. Throws `PublishRefused`.
 */
export async function publishReport(
  actor: OperatorActor,
  quarter: Quarter,
  now: Date,
  options: PublishOptions = {},
): Promise<Published> {
  const current = await findReport(actor, quarter);
  const comment = options.comment ?? current?.snapshot.comment ?? null;
  const note = options.note?.trim() || null;
  const facts = await reportFacts(actor, quarter, comment);
  if (facts === null) throw new PublishRefused(["no-such-round"]);
  const snapshot = buildReport(facts);
  const blockers = publishBlockers({
    roundState: facts.round.state,
    due: facts.round.publishes <= dayAt(now),
    unitsCounted: facts.overview.units.filter(({ staff }) => staff !== null).length,
    corrects: current !== null && current.hash !== snapshotHash(snapshot),
    hasNote: note !== null,
  });
  if (blockers.length > 0) throw new PublishRefused(blockers);
  return store(snapshot, quarter, note, now);
}

/** Writes the snapshot as the next version, unless it is out already. */
function store(
  snapshot: ReportSnapshot,
  quarter: Quarter,
  note: string | null,
  now: Date,
): Promise<Published> {
  const hash = snapshotHash(snapshot);
  return db("operator").$transaction(async (tx) => {
    await lock(tx, "publish");
    const last = await tx.report.findFirst({
      where: { quarter },
      select: { version: true, hash: true },
      orderBy: { version: "desc" },
    });
    if (last?.hash === hash) return { quarter, version: last.version, hash, isNew: false };
    if (last && note === null) throw new PublishRefused(["note-missing"]);
    const version = (last?.version ?? 0) + 1;
    const head: Omit<PublishedReport, "snapshot"> = {
      version,
      publishedOn: dayAt(now),
      note: last ? note : null,
      hash,
    };
    await tx.report.create({
      data: { quarter, ...head, snapshot: snapshot as Prisma.InputJsonObject },
    });
    await appendLog(tx, now, "report-published", { quarter, version, hash });
    return { quarter, version, hash, isNew: true };
  });
}
