import type { OperatorActor } from "@/lib/auth/actor";
import { destroyRoundKey, startIssuing, stopIssuing } from "@/lib/credential/mutations";
import { db } from "@/lib/db/clients";
import { keyDirectory } from "@/lib/keys/directory";
import { destroyRoundKeys } from "@/lib/keys/rounds";
import { type Secret, unlockCustodianKey } from "@/lib/keys/unlock";
import { countRound, peelRound } from "@/lib/mixing/mutations";
import type { MixProgress } from "@/lib/mixing/progress";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { allRounds, findRound } from "@/lib/rounds/data";
import { beginGrace, endGrace, openRound } from "@/lib/rounds/mutations";
import { RoundRefused } from "@/lib/rounds/state";

/** Where one operation needs both parties and they run in one process: each does its own part, in order. */

/** Opens a planned round on both sides. Safe to repeat. */
export async function openQuarter(
  actor: OperatorActor,
  quarter: Quarter,
  now: Date,
): Promise<void> {
  await openRound(actor, quarter, now);
  await startIssuing(quarter);
}

/** First step of closing: issuing stops and is counted, the next quarter opens. Safe to repeat. */
export async function closeIssuing(
  actor: OperatorActor,
  quarter: Quarter,
  graceSeconds: number,
  now: Date,
): Promise<void> {
  const next = shiftQuarter(quarter, 1);
  const round = await findRound(quarter);
  if (!round) throw new RoundRefused("no-such-round");
  if (round.state === "planned") throw new RoundRefused("wrong-state");
  if (!(await findRound(next))) throw new RoundRefused("next-round-missing");
  const issued = await stopIssuing(quarter);
  const receivingStops = new Date(now.getTime() + graceSeconds * 1000);
  await beginGrace(actor, quarter, { issued, receivingStops }, now);
  await openQuarter(actor, next, now);
}

/** Second step: receiving stops, and the issuer's key is destroyed. Safe to repeat. */
export async function closeReceiving(
  actor: OperatorActor,
  quarter: Quarter,
  now: Date,
): Promise<void> {
  await endGrace(actor, quarter, now);
  await destroyRoundKey(quarter);
}

/** Destroys what a mixed round's keys are, and finishes what an interrupted run left. Safe to repeat. */
export async function destroySpentKeys(): Promise<number> {
  const mixed = (await allRounds()).filter((round) => round.state === "mixed");
  const destroyed = mixed.map((round) => destroyRoundKeys(keyDirectory(), round.quarter));
  return destroyed.reduce((sum, count) => sum + count, 0);
}

/** Writes down how far a mix has come, for the page that watches it. */
export function watchedMix(quarter: Quarter): MixProgress {
  return async (step, done, total) => {
    const data = { step, done, total, problem: null };
    await db("operator").mixRun.upsert({
      where: { quarter },
      create: { quarter, ...data },
      update: data,
    });
  };
}

/** Writes down why a mix stopped. */
export async function noteMixProblem(quarter: Quarter, problem: string): Promise<void> {
  await db("operator").mixRun.updateMany({ where: { quarter }, data: { problem } });
}

/**
 * Both halves of the mix in one process, with both custodians' secrets: for the demonstration, which
 * says so. A wrong passphrase costs nothing: keys are unlocked before anything is read.
 */
export async function mixInOneProcess(
  actor: OperatorActor,
  quarter: Quarter,
  secrets: readonly [Secret, Secret],
  onProgress: MixProgress,
  now: Date,
): Promise<void> {
  const dir = keyDirectory();
  const first = await unlockCustodianKey({ dir, custodian: 1, quarter }, secrets[0]);
  const second = await unlockCustodianKey({ dir, custodian: 2, quarter }, secrets[1]);
  const exchange = await peelRound(actor, quarter, second, onProgress);
  await countRound(actor, exchange, first, onProgress, now);
  await onProgress("destroy", 0, 1);
  await destroySpentKeys();
  await onProgress("done", 1, 1);
}
