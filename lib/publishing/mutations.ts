import type { Prisma } from "@/generated/collector/client";
import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { OtherPartyAway } from "@/lib/parties/away";
import { type Draft, draftOf, dueNow, leaksWith, publishFacts } from "@/lib/publishing/data";
import type { PublishTrouble } from "@/lib/publishing/due";
import { snapshotHash } from "@/lib/publishing/snapshot-hash";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { PublishRefused, publishBlockers } from "@/lib/reports/blockers";
import { buildReport } from "@/lib/reports/build";
import { publishedQuarters } from "@/lib/reports/data";
import type { HrComment, PublishedReport, ReportSnapshot } from "@/lib/reports/snapshot";
import { queueReportMails } from "@/lib/subscriptions/mutations";
import { appendLog } from "@/lib/transparency/mutations";

export type PublishOptions = {
  /** Why the report changes: required when another is out. */
  readonly note?: string;
  /** HR's comment; without one the published report's is kept, and a first report has what HR has signed. */
  readonly comment?: HrComment;
  /** As it goes out when its answers could give somebody away: without any. */
  readonly withoutAnswers?: boolean;
};

export type Published = {
  readonly quarter: Quarter;
  readonly version: number;
  readonly hash: string;
  /** False: this very report was out already, and nothing was written. */
  readonly isNew: boolean;
};

/**
 * Builds a quarter's report, freezes it, notes it in the public log and queues the mails about it, all or nothing. Before the date that the
 * manifest fixed only with the quarter's answers, from then on without them if need be. Publishing the same
 * again changes nothing; another content is the next version and needs a note. Before anything can be read, the
 * independent attacker has it beside everything published before: a leak stops it. Throws `PublishRefused`.
 */
export async function publishReport(
  actor: OperatorActor,
  quarter: Quarter,
  now: Date,
  options: PublishOptions = {},
): Promise<Published> {
  const note = options.note?.trim() || null;
  const draft = await draftOf(actor, quarter, options.comment);
  if (draft === null) throw new PublishRefused(["no-such-round"]);
  const { facts, current } = draft;
  const snapshot = options.withoutAnswers ? answerless(draft) : draft.snapshot;
  const isSame = current?.hash === snapshotHash(snapshot);
  const blockers = publishBlockers({
    ...publishFacts(facts, dayAt(now)),
    corrects: current !== null && !isSame,
    hasNote: note !== null,
  });
  if (blockers.length > 0) throw new PublishRefused(blockers);
  if (!isSame) await holdLeaks(snapshot, quarter, options, now);
  const published = await store(snapshot, quarter, note, now);
  if (!options.withoutAnswers) {
    await db("operator").publishFailure.deleteMany({ where: { quarter } });
  }
  return published;
}

/** Throws when somebody's answer could be told. What shows no answers goes out whatever is wrong with other releases. */
async function holdLeaks(
  snapshot: ReportSnapshot,
  quarter: Quarter,
  { withoutAnswers = false }: PublishOptions,
  now: Date,
): Promise<void> {
  const { all, own } = await leaksWith(snapshot);
  if ((withoutAnswers ? own : all).length === 0) return;
  await noteFailure(quarter, "leak", now);
  throw new PublishRefused(["leak"]);
}

/** The turnover-only edition: built from no answers, so that there is nothing in it to attack. */
function answerless({ facts, snapshot }: Draft): ReportSnapshot {
  const round = { ...facts.round, answersMissing: "leak-found" } as const;
  return buildReport({ ...facts, round, comment: snapshot.comment });
}

/** Keeps for the operator why a report did not go out; it is tried again after a rest. */
export async function noteFailure(
  quarter: Quarter,
  reason: PublishTrouble,
  now: Date,
): Promise<void> {
  const told = { at: now, reason };
  await db("operator").publishFailure.upsert({
    where: { quarter },
    create: { quarter, ...told },
    update: told,
  });
}

/** A report of thousands of units takes a while to write, and another may be writing: ms. */
const PATIENCE = { timeout: 60_000, maxWait: 10_000 } as const;

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
    await queueReportMails(tx, quarter, version, now);
    await appendLog(tx, now, "report-published", { quarter, version, hash });
    return { quarter, version, hash, isNew: true };
  }, PATIENCE);
}

type ByItself = {
  /** The full hour, by the clocks in Sweden, from which reports go out on their day. */
  readonly from: number;
  /** Gets what nobody foresaw, by the error's name only. */
  readonly report: (problem: string) => void;
};

/**
 * Publishes every report whose day and hour have come and that is not out; one that could give somebody away goes out
 * without any answers. One that
 * fails holds up no other: why is kept for the operator, and it is tried again. Safe to repeat and to run twice at
 * once. Returns what was published.
 */
export async function publishDue(
  actor: OperatorActor,
  now: Date,
  { from, report }: ByItself,
): Promise<readonly Published[]> {
  const done: Published[] = [];
  for (const quarter of await dueNow(actor, now, from)) {
    const published = await tryToPublish(actor, quarter, now, report);
    if (published?.isNew) done.push(published);
  }
  return done;
}

async function tryToPublish(
  actor: OperatorActor,
  quarter: Quarter,
  now: Date,
  report: ByItself["report"],
): Promise<Published | null> {
  try {
    return await publishReport(actor, quarter, now).catch((cause: unknown) => {
      if (troubleOf(cause) !== "leak") throw cause;
      return publishReport(actor, quarter, now, { withoutAnswers: true });
    });
  } catch (cause) {
    // Somebody else was faster, with a comment that was signed meanwhile: it is out.
    if ((await publishedQuarters(actor)).has(quarter)) return null;
    const reason = troubleOf(cause);
    if (reason === "unexpected") report(cause instanceof Error ? cause.name : "unknown");
    await noteFailure(quarter, reason, now);
    return null;
  }
}

/** What the operator is told of a failure: a reason of ours, never an error's own text, which may quote a row. */
function troubleOf(cause: unknown): PublishTrouble {
  if (cause instanceof OtherPartyAway) return "issuer-away";
  return cause instanceof PublishRefused ? (cause.blockers[0] ?? "unexpected") : "unexpected";
}
