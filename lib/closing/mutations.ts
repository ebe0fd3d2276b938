import type { OperatorActor } from "@/lib/auth/actor";
import { mayEnd } from "@/lib/changes/data";
import { unlessHeld } from "@/lib/db/unless-held";
import { keyDirectory } from "@/lib/keys/directory";
import { destroyRoundKeys, seatsIn } from "@/lib/keys/rounds";
import { type Secret, unlockCustodianKey } from "@/lib/keys/unlock";
import { MIX_LOCK } from "@/lib/mixing/data";
import type { Exchange } from "@/lib/mixing/exchange";
import { countRound } from "@/lib/mixing/mutations";
import type { Outcome } from "@/lib/mixing/outcome";
import type { MixProgress } from "@/lib/mixing/progress";
import { OtherPartyAway } from "@/lib/parties/away";
import { linksOpen } from "@/lib/parties/data";
import { destroyRoundKey, startIssuing, stopIssuing } from "@/lib/parties/mutations";
import { peelRound } from "@/lib/peeling/mutations";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { allRounds, findRound } from "@/lib/rounds/data";
import { beginGrace, endGrace, openRound } from "@/lib/rounds/mutations";
import { isDone, RoundRefused } from "@/lib/rounds/state";
import type { CustodianKey } from "@/lib/sealing/open";
import { readLog } from "@/lib/transparency/data";
import { noteKeyDestroyed } from "@/lib/transparency/mutations";
import { discardedQuarters } from "@/lib/transparency/told";

/** Where one operation needs both parties: each does its own part, in order, in one process or in two. */

/** Opens a planned round on both sides. Safe to repeat. */
export async function openQuarter(
  actor: OperatorActor,
  quarter: Quarter,
  now: Date,
): Promise<void> {
  await openRound(actor, quarter, now);
  await startIssuing(quarter);
}

/**
 * First step of closing: issuing stops and is counted, the next quarter opens. Refused until the signed last day is
 * over, unless two people have agreed to end it before. Safe to repeat; false when somebody took the step before.
 */
export async function closeIssuing(
  actor: OperatorActor,
  quarter: Quarter,
  graceSeconds: number,
  now: Date,
): Promise<boolean> {
  const next = shiftQuarter(quarter, 1);
  const round = await findRound(quarter);
  if (!round) throw new RoundRefused("no-such-round");
  if (round.state === "planned") throw new RoundRefused("wrong-state");
  if (!(await findRound(next))) throw new RoundRefused("next-round-missing");
  const ending = await mayEnd(actor, round, now);
  const issued = await stopIssuing(quarter);
  const links = await linksOpen(quarter);
  const receivingStops = new Date(now.getTime() + graceSeconds * 1000);
  const closed = await beginGrace(actor, ending, { issued, receivingStops, links }, now);
  await openQuarter(actor, next, now);
  return closed;
}

/** Second step: receiving stops, and the issuer's key is destroyed. Safe to repeat, like the first. */
export async function closeReceiving(
  actor: OperatorActor,
  quarter: Quarter,
  now: Date,
): Promise<boolean> {
  const stopped = await endGrace(actor, quarter, now);
  await destroyRoundKey(quarter);
  await noteKeyDestroyed(quarter, "issuer", now);
  return stopped;
}

/**
 * Destroys the keys that nothing needs any more: the issuer's of closed rounds, everybody's of mixed ones.
 * The custodians' keys of a round that was set aside stay until the auditor discards its answers.
 * Finishes what an interrupted run left. Safe to repeat; returns how many files were destroyed.
 */
export async function destroySpentKeys(now: Date): Promise<number> {
  let destroyed = 0;
  for (const { quarter, state } of await allRounds()) {
    if (state !== "closed" && !isDone(state)) continue;
    destroyed += await destroyIssuerKey(quarter, now);
  }
  return destroyed + (await destroyCustodianKeys(now));
}

/**
 * The custodians' part of it, as far as their keys are on this machine; on a machine that holds one
 * custodian's keys the log is told of that one. Safe to repeat; returns how many files were destroyed.
 */
export async function destroyCustodianKeys(now: Date): Promise<number> {
  const dir = keyDirectory();
  const [seat, other] = seatsIn(dir);
  const discarded = discardedQuarters(await readLog());
  let destroyed = 0;
  for (const { quarter, state } of await allRounds()) {
    if (seat === undefined || (state !== "mixed" && !discarded.has(quarter))) continue;
    destroyed += destroyRoundKeys(dir, quarter);
    await noteKeyDestroyed(quarter, other ? "custodians" : `custodian${seat}`, now);
  }
  return destroyed;
}

/** The issuer's key of a closed round goes, and that is noted. An issuer that cannot be asked is asked next time. */
async function destroyIssuerKey(quarter: Quarter, now: Date): Promise<number> {
  try {
    const destroyed = await destroyRoundKey(quarter);
    await noteKeyDestroyed(quarter, "issuer", now);
    return destroyed ? 1 : 0;
  } catch (cause) {
    if (cause instanceof OtherPartyAway) return 0;
    throw cause;
  }
}

/**
 * Tells the issuer again which round is open and which keys are spent: one that was away when a step was taken
 * catches up. Safe to repeat.
 */
export async function remindIssuer(now: Date): Promise<void> {
  for (const { quarter, state } of await allRounds()) {
    if (state === "issuing") await startIssuing(quarter);
  }
  await destroySpentKeys(now);
}

/** Both custodians' keys for a round, custodian 1 then 2. */
export type BothKeys = readonly [CustodianKey, CustodianKey];

/** Both halves of the mix in one process, with keys that are unlocked: for the demonstration, which says so. */
export async function mixUnlocked(
  actor: OperatorActor,
  quarter: Quarter,
  [first, second]: BothKeys,
  onProgress: MixProgress,
  now: Date,
): Promise<void> {
  await unlessHeld("mixer", MIX_LOCK, new RoundRefused("mix-running"), async () => {
    // Who comes after a mix that just ended is refused before anything is written about theirs.
    if ((await findRound(quarter))?.state !== "closed") throw new RoundRefused("wrong-state");
    await onProgress("peel", 0, 1);
    const exchange = await peelRound(actor, quarter, second, onProgress);
    try {
      await countRound(actor, exchange, first, onProgress, now);
    } finally {
      exchange.close();
    }
    await onProgress("destroy", 0, 1);
    await destroySpentKeys(now);
    await onProgress("done", 1, 1);
  });
}

/**
 * Custodian 1's half, of what custodian 2 handed over; what nothing needs any more on this machine is destroyed
 * afterwards. Throws `RoundRefused`, also when a mix runs already or somebody asked this one to stop.
 */
export async function countUnlocked(
  actor: OperatorActor,
  exchange: Exchange,
  key: CustodianKey,
  onProgress: MixProgress,
  now: Date,
): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  await unlessHeld("mixer", MIX_LOCK, new RoundRefused("mix-running"), async () => {
    // Who comes after a mix that just ended is refused before anything is written about theirs.
    if ((await findRound(exchange.quarter))?.state !== "closed")
      throw new RoundRefused("wrong-state");
    await onProgress("open", 0, 1);
    outcomes.push(await countRound(actor, exchange, key, onProgress, now));
    await onProgress("destroy", 0, 1);
    await destroySpentKeys(now);
    await onProgress("done", 1, 1);
  });
  const [outcome] = outcomes;
  if (!outcome) throw new RoundRefused("wrong-state");
  return outcome;
}

/** Unlocks and mixes. A wrong passphrase costs nothing: keys are unlocked before anything is read. */
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
  await mixUnlocked(actor, quarter, [first, second], onProgress, now);
}
