import type { Prisma } from "@/generated/collector/client";
import type { AuditorActor, OperatorActor } from "@/lib/auth/actor";
import { destroySpentKeys } from "@/lib/closing/mutations";
import { db } from "@/lib/db/clients";
import { isMixing, partition, receivedIn } from "@/lib/mixing/data";
import { CARRIED } from "@/lib/mixing/waiting-blobs";
import type { Quarter } from "@/lib/quarters/quarter";
import { allRounds, findRound } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { isDone, RoundRefused } from "@/lib/rounds/state";
import { readLog } from "@/lib/transparency/data";
import { appendLog } from "@/lib/transparency/mutations";
import { discardedQuarters, givenUpQuarters } from "@/lib/transparency/told";

/**
 * Destroys what a round that was set aside had left for the auditor, unopened: its envelopes, then its keys. The
 * reason goes into the public log, and the inbox is free for the round of two years later. Safe to repeat; false
 * when it was done before. Throws `RoundRefused`.
 */
export async function discardAnswers(
  _actor: AuditorActor,
  quarter: Quarter,
  reason: string,
  now: Date,
): Promise<boolean> {
  const round = await findRound(quarter);
  if (!round) throw new RoundRefused("no-such-round");
  if (round.state !== "set-aside") throw new RoundRefused("wrong-state");
  const inbox = partition("inbox", quarter);
  const withdrawn = partition("withdrawn", quarter);
  const discarded = await db("mixer").$transaction(async (tx) => {
    // The lock before the question: by the time it is answered no, another round may own this inbox.
    await tx.$executeRaw`LOCK TABLE ${inbox}, ${withdrawn} IN ACCESS EXCLUSIVE MODE`;
    const noted = await tx.logEntry.findMany({ where: { kind: "answers-discarded" } });
    if (discardedQuarters(noted).has(quarter)) return false;
    await tx.$executeRaw`TRUNCATE ${inbox}, ${withdrawn}`;
    await appendLog(tx, now, "answers-discarded", { quarter, reason });
    return true;
  });
  await destroySpentKeys(now);
  return discarded;
}

/** What is lost with a round's keys. */
export type GivenUp = {
  /** Answers of the round itself: they stay sealed, for the auditor. */
  readonly received: number;
  /** Answers that an earlier round had carried over. */
  readonly carried: number;
  /** Whether units' sealed totals and texts waited with them. */
  readonly totals: boolean;
};

/** What gives up a round: whoever comes second, or to a round in another state, is refused or told so. */
async function mayGiveUp(quarter: Quarter): Promise<RoundRecord | null> {
  const rounds = await allRounds();
  const round = rounds.find((one) => one.quarter === quarter);
  if (!round) throw new RoundRefused("no-such-round");
  if (givenUpQuarters(await readLog()).has(quarter)) return null;
  if (round.state !== "closed") throw new RoundRefused("wrong-state");
  if (rounds.some((one) => one.quarter < quarter && !isDone(one.state))) {
    throw new RoundRefused("earlier-round-unmixed");
  }
  if (await isMixing()) throw new RoundRefused("mix-running");
  return round;
}

/** What would be lost, for whoever is asked to confirm it; null when it was given up before. Throws `RoundRefused`. */
export async function whatIsLost(_actor: OperatorActor, quarter: Quarter): Promise<GivenUp | null> {
  const round = await mayGiveUp(quarter);
  return round && lostWith(round, db("mixer"));
}

async function lostWith(round: RoundRecord, mixer: Prisma.TransactionClient): Promise<GivenUp> {
  const waiting = await mixer.sealed.findMany({
    where: { quarter: round.quarter },
    select: { kind: true },
  });
  const carried = waiting.filter(({ kind }) => kind.startsWith(CARRIED)).length;
  const received = await receivedIn(round, mixer);
  return { received, carried, totals: waiting.length > carried };
}

/**
 * Sets a closed round aside whose keys are lost, so that later rounds go on: its answers stay sealed for the
 * auditor, and what waited under the lost keys is removed and told. The reason goes into the public log. Safe to
 * repeat; false when it was done before. Throws `RoundRefused`.
 */
export async function giveUpRound(
  _actor: OperatorActor,
  quarter: Quarter,
  reason: string,
  now: Date,
): Promise<boolean> {
  const round = await mayGiveUp(quarter);
  if (!round) return false;
  return db("mixer").$transaction(async (tx) => {
    const where = { quarter, state: "closed" };
    const { count } = await tx.round.updateMany({ where, data: { state: "set-aside" } });
    // Somebody else was first: with the same, or with a mix.
    if (count !== 1) {
      const noted = await tx.logEntry.findMany({ where: { kind: "answers-given-up" } });
      if (givenUpQuarters(noted).has(quarter)) return false;
      throw new RoundRefused("wrong-state");
    }
    await tx.$executeRaw`LOCK TABLE ${partition("inbox", quarter)} IN ACCESS EXCLUSIVE MODE`;
    const { received, carried, totals } = await lostWith(round, tx);
    const counts = { received, counted: 0, withdrawn: 0, dropped: carried };
    await tx.round.update({ where: { quarter }, data: counts });
    await tx.$executeRaw`TRUNCATE mixing.sealed`;
    await appendLog(tx, now, "answers-given-up", { quarter, ...counts, totals, reason });
    return true;
  });
}
