import { createHash, randomBytes } from "node:crypto";
import type { Prisma } from "@/generated/collector/client";
import { integerSolver, releasedTables } from "@/lib/audit/data";
import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { geometricNoise } from "@/lib/disclosure/noise";
import { closedRound, partition, receivedIn, withdrawnIn } from "@/lib/mixing/data";
import type { Exchange } from "@/lib/mixing/exchange";
import { limitsOwed } from "@/lib/mixing/limits-owed";
import { type Outcome, outcomeOf } from "@/lib/mixing/outcome";
import type { MixProgress } from "@/lib/mixing/progress";
import { atomRow, cellRow } from "@/lib/mixing/release-rows";
import { shiftQuarter } from "@/lib/quarters/quarter";
import { writeReceipts } from "@/lib/receipts/mutations";
import { allRounds } from "@/lib/rounds/data";
import { noteMixProblem } from "@/lib/rounds/mutations";
import type { RoundRecord } from "@/lib/rounds/record";
import { RoundRefused } from "@/lib/rounds/state";
import type { CustodianKey } from "@/lib/sealing/open";
import { runFor } from "@/lib/threads/run-for";
import { appendLog } from "@/lib/transparency/mutations";
import { releaseHash } from "@/lib/transparency/release-hash";

const secureRandom = (n: number) => new Uint8Array(randomBytes(n));

type Transaction = Prisma.TransactionClient;

/** Nothing may have arrived since the peel: what got its 204, answer or withdrawal, is never thrown away. */
async function holdInbox(
  tx: Transaction,
  round: RoundRecord,
  exchange: Exchange,
  received: number,
): Promise<void> {
  const { quarter } = round;
  await tx.$executeRaw`
    LOCK TABLE ${partition("inbox", quarter)}, ${partition("withdrawn", quarter)} IN ACCESS EXCLUSIVE MODE`;
  const receipts = new Set(exchange.receipts);
  const withdrawn = await withdrawnIn(quarter, tx);
  const late = withdrawn.some((one) =>
    receipts.has(createHash("sha256").update(one).digest("hex")),
  );
  if (late || (await receivedIn(round, tx)) !== received) {
    throw new RoundRefused("exchange-outdated");
  }
}

/** Step 10's one transaction: releases, what waits, receipts, totals, log; inbox and withdrawals emptied. */
async function write(
  tx: Transaction,
  round: RoundRecord,
  exchange: Exchange,
  outcome: Outcome,
  now: Date,
) {
  const { quarter, counts } = exchange;
  const { leftSealed } = outcome;
  const totals = {
    received: outcome.received,
    counted: outcome.counted,
    withdrawn: counts.withdrawn,
    dropped: counts.dropped + outcome.dropped,
  };
  const { count } = await tx.round.updateMany({
    where: { quarter, state: "closed" },
    data: { state: leftSealed ? "set-aside" : "mixed", ...totals },
  });
  // The row first: of two mixes that come this far, the second waits here and is then refused.
  if (count !== 1) throw new RoundRefused("wrong-state");
  await holdInbox(tx, round, exchange, outcome.received);
  await tx.atom.createMany({ data: outcome.release.atoms.map(atomRow) });
  await tx.cell.createMany({ data: outcome.release.cells.map(cellRow) });
  await tx.$executeRaw`TRUNCATE mixing.sealed`;
  const next = shiftQuarter(quarter, 1);
  await tx.sealed.createMany({ data: outcome.sealed.map((one) => ({ ...one, quarter: next })) });
  const state = outcome.carriedOver ? "carried" : "reached";
  // A round that is set aside counts nothing and has no lists; what an earlier one carried waits on.
  const listed = leftSealed ? [] : exchange.receipts;
  await writeReceipts(tx, quarter, state, listed);
  if (leftSealed) return appendLog(tx, now, "answers-left-sealed", { quarter, ...totals });
  await tx.$executeRaw`TRUNCATE ${partition("inbox", quarter)}, ${partition("withdrawn", quarter)}`;
  const kind = outcome.carriedOver ? "carried-over" : "mixed";
  const { atoms, cells } = outcome.release;
  const receipts = { reached: [], carried: [], [state]: listed };
  const release = await releaseHash({ ...outcome.release, receipts });
  const shown = { atoms: atoms.length, cells: cells.length };
  const { textsDestroyed } = outcome;
  const old = textsDestroyed === 0 ? {} : { textsDestroyed };
  await appendLog(tx, now, kind, { quarter, ...totals, ...shown, ...old, release });
}

/**
 * Custodian 1's half: opens, counts, audits, and commits everything or nothing. A second run of a mixed
 * round is refused; a leak or a newer answer aborts with nothing written. The keys are not destroyed here.
 */
export async function countRound(
  _actor: OperatorActor,
  exchange: Exchange,
  key: CustodianKey,
  onProgress: MixProgress,
  now: Date,
): Promise<Outcome> {
  const round = await closedRound(exchange.quarter);
  if (exchange.manifestHash !== Buffer.from(round.manifestHash).toString("hex")) {
    throw new RoundRefused("exchange-outdated");
  }
  const rounds = await allRounds();
  const next = rounds.find(({ quarter }) => quarter === shiftQuarter(round.quarter, 1));
  if (!next) throw new RoundRefused("next-round-missing");
  const [released, solve] = [await releasedTables(), await integerSolver()];
  const noise = geometricNoise(secureRandom);
  const received = await receivedIn(round);
  const run = runFor(exchange.envelopes.length);
  const limits = limitsOwed(round, rounds);
  const given = { round, next, limits, received, exchange, key, released, solve };
  const counting = outcomeOf({ ...given, noise, run, onProgress });
  const outcome = await counting.catch(async (cause: unknown) => {
    // The report says why the answers are not in it, whoever mixed. Without a database there is nowhere to write.
    const reason = cause instanceof RoundRefused ? cause.reason : "unexpected";
    await noteMixProblem(round.quarter, reason).catch(() => undefined);
    throw cause;
  });
  await onProgress("write", 0, 1);
  await db("mixer").$transaction((tx) => write(tx, round, exchange, outcome, now), {
    maxWait: 30_000,
    timeout: 600_000,
  });
  return outcome;
}
