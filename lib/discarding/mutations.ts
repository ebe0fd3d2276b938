import type { AuditorActor } from "@/lib/auth/actor";
import { destroySpentKeys } from "@/lib/closing/mutations";
import { db } from "@/lib/db/clients";
import { partition } from "@/lib/mixing/data";
import type { Quarter } from "@/lib/quarters/quarter";
import { findRound } from "@/lib/rounds/data";
import { RoundRefused } from "@/lib/rounds/state";
import { appendLog } from "@/lib/transparency/mutations";
import { discardedQuarters } from "@/lib/transparency/told";

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
