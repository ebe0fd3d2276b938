import { attackReleases } from "@/lib/audit/attack";
import { everythingPublished, integerSolver } from "@/lib/audit/data";
import type { Leak } from "@/lib/audit/leak";
import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { isPart } from "@/lib/env";
import { lastMixRun, receivedIn } from "@/lib/mixing/data";
import { figuresFor } from "@/lib/parties/data";
import { dueReports, isResting, PUBLISH_TROUBLES, type PublishFailure } from "@/lib/publishing/due";
import { snapshotHash } from "@/lib/publishing/snapshot-hash";
import { type Day, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt, hourAt } from "@/lib/quarters/today";
import { allAtoms, allCells, allParaphrases, allThemes } from "@/lib/releases/data";
import { type AnswersMissing, answersMissing } from "@/lib/reports/answers-missing";
import { type Blocker, type PublishFacts, publishBlockers } from "@/lib/reports/blockers";
import { buildReport } from "@/lib/reports/build";
import { findReport, publishedQuarters } from "@/lib/reports/data";
import type { ReportFacts, RoundFacts } from "@/lib/reports/facts";
import type { HrComment, PublishedReport, ReportSnapshot } from "@/lib/reports/snapshot";
import { allRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { CODE_BOOK } from "@/lib/themes/code-book";
import { readLog } from "@/lib/transparency/data";
import { readingsGivenUp } from "@/lib/transparency/told";

/** HR reads the draft of a report that it may comment. */
type DraftReader = OperatorActor | HrActor;

/** A report as it would be if it went out now, and what it was built from; `current`: the version that is out. */
export type Draft = {
  readonly facts: ReportFacts;
  readonly snapshot: ReportSnapshot;
  readonly current: PublishedReport | null;
};

/**
 * A quarter's report as it is now; null when the round was never planned. What HR has signed is in it until the first
 * version is out, and then that version's comment, unless another is given.
 */
export async function draftOf(
  reader: DraftReader,
  quarter: Quarter,
  given: HrComment | null = null,
): Promise<Draft | null> {
  const current = await findReport(reader, quarter);
  const facts = await reportFacts(reader, quarter);
  if (facts === null) return null;
  const signed = current ? current.snapshot.comment : facts.comment;
  return { facts, current, snapshot: buildReport({ ...facts, comment: given ?? signed }) };
}

/** What publication asks of a report's facts. */
export function publishFacts(
  { round, overview }: ReportFacts,
  today: Day,
): Pick<PublishFacts, "roundState" | "due" | "unitsCounted"> {
  const unitsCounted = overview.units.filter(({ staff }) => staff !== null).length;
  return { roundState: round.state, due: round.publishes <= today, unitsCounted };
}

/**
 * What stands in the way of a quarter's report now, the attacker's word included; an empty list is permission. Null
 * when the round was never planned. Writes nothing.
 */
export async function standsInTheWay(
  reader: OperatorActor,
  quarter: Quarter,
  today: Day,
): Promise<readonly Blocker[] | null> {
  const draft = await draftOf(reader, quarter);
  if (draft === null) return null;
  const { facts, current, snapshot } = draft;
  const isSame = current?.hash === snapshotHash(snapshot);
  const corrects = current !== null && !isSame;
  const said = { ...publishFacts(facts, today), corrects, hasNote: false };
  const leak = !isSame && (await leaksWith(snapshot)).all.length > 0;
  return [...publishBlockers(said), ...(leak ? (["leak"] as const) : [])];
}

/** Everything a quarter's report is built from, as it is stored now; null when the round was never planned. */
async function reportFacts(actor: DraftReader, quarter: Quarter): Promise<ReportFacts | null> {
  const rounds = await allRounds();
  const round = rounds.find((one) => one.quarter === quarter);
  if (!round) return null;
  const earlier = rounds.find((one) => one.quarter === shiftQuarter(quarter, -1));
  return {
    quarter,
    round: roundFacts(round, await missingIn(round)),
    ...(await figuresFor(actor, quarter, earlier !== undefined)),
    lastDue: earlier?.manifest.publishes ?? null,
    atoms: await allAtoms(),
    cells: await allCells(),
    themes: await allThemes(),
    paraphrases: await allParaphrases(),
    readingsLost: readingsGivenUp(await readLog()),
    rounds: await Promise.all(
      rounds.map(async (one) => ({
        ...{ quarter: one.quarter, k: one.manifest.limits.k },
        received: await receivedOf(one),
      })),
    ),
  };
}

/** Why reports that are due have not gone out by themselves, by quarter. */
export async function publishFailures(
  _actor: OperatorActor,
): Promise<ReadonlyMap<Quarter, PublishFailure>> {
  const rows = await db("operator").publishFailure.findMany();
  return new Map(
    rows.map(({ quarter, at, reason }) => {
      const known = PUBLISH_TROUBLES.find((one) => one === reason) ?? "unexpected";
      return [quarter as Quarter, { quarter: quarter as Quarter, at, reason: known }];
    }),
  );
}

/**
 * The quarters whose report is to go out now: their day and hour have come, they are not out, and no try has failed
 * lately. Oldest first.
 *
 * @param from the full hour, by the clocks in Sweden, from which reports go out on their day
 */
export async function dueNow(
  actor: OperatorActor,
  now: Date,
  from: number,
): Promise<readonly Quarter[]> {
  const clock = { today: dayAt(now), hour: hourAt(now), from };
  const due = dueReports(await allRounds(), await publishedQuarters(actor), clock);
  if (due.length === 0) return [];
  const failures = await publishFailures(actor);
  return due.filter((quarter) => !isResting(failures.get(quarter), now));
}

/** The answers of a whole round, once receiving has stopped and never before. The inbox is the collector's to count. */
export async function receivedOf(round: RoundRecord): Promise<number | null> {
  const waits = round.state === "closed" && isPart("collector");
  return waits ? receivedIn(round) : round.received;
}

/**
 * What the independent attacker says of everything ever published with a report beside it: in all, and of that report
 * by itself.
 */
export async function leaksWith(
  snapshot: ReportSnapshot,
): Promise<{ readonly all: readonly Leak[]; readonly own: readonly Leak[] }> {
  const published = await everythingPublished(CODE_BOOK);
  const name = `${snapshot.quarter} to come`;
  const reports = [...published.reports, { name, snapshot }];
  const all = attackReleases({ ...published, reports }, await integerSolver());
  return { all, own: all.filter(({ where }) => where.startsWith(`report ${name}`)) };
}

/** Why a round's answers are not counted, as a report says it now. How a mix ended is the collector's to know. */
export async function missingIn(round: RoundRecord): Promise<AnswersMissing | null> {
  const run = isPart("collector") ? await lastMixRun(round.quarter) : null;
  return answersMissing(round, run?.problem ?? null);
}

function roundFacts(record: RoundRecord, missing: AnswersMissing | null): RoundFacts {
  const { state, manifest, signed } = record;
  const { publishes, region, operator, tree, unitNames, groupNames, limits } = manifest;
  const questionnaire = questionnaireSchema.parse(JSON.parse(signed.questionnaire));
  const told = { state, answersMissing: missing, publishes, region, operator };
  return { ...told, tree, unitNames, groupNames, limits, questionnaire };
}
