import { Prisma } from "@/generated/collector/client";
import { HASH_AT } from "@/lib/credential/message";
import { db } from "@/lib/db/clients";
import type { InboxRow } from "@/lib/mixing/peel-rows";
import type { ToPeel } from "@/lib/mixing/to-peel";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { allRounds, findRound } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { isDone, leavesSealed, RoundRefused, slotOf } from "@/lib/rounds/state";

const BATCH = 500;

/** Where the manifest's hash begins in a prepared message, counted from 1 as the database does. */
const HASH_FROM = HASH_AT + 1;

/** Held as long as a mix runs; any number will do that nobody else locks. */
export const MIX_LOCK = 7_236_003;

/** Whether a mix runs now, in this process or another. */
export async function isMixing(): Promise<boolean> {
  const [row] = await db("reader").$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM pg_locks
      WHERE locktype = 'advisory' AND objid = ${MIX_LOCK}::int AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) AS held`;
  return row?.held ?? false;
}

/** How far the last mix of a round came, and why it stopped; null when none was begun. */
export async function lastMixRun(quarter: Quarter) {
  return db("operator").mixRun.findUnique({ where: { quarter } });
}

/** A partition of the inbox or of the withdrawals; the slot is a number from 0 to 7, never a text from outside. */
export function partition(table: "inbox" | "withdrawn", quarter: Quarter): Prisma.Sql {
  return Prisma.raw(`collector.${table}_${slotOf(quarter)}`);
}

/**
 * The rows of a round in its partition: those whose message carries its manifest's hash. What came too late for
 * a round of two years before may still lie there.
 */
function ofRound(manifestHash: Uint8Array): Prisma.Sql {
  return Prisma.sql`substring(message from ${HASH_FROM}::int for ${manifestHash.length}::int) = ${manifestHash}`;
}

type RoundRef = { readonly quarter: Quarter; readonly manifestHash: Uint8Array };

/** The inbox of a round in batches, in the order of its random messages: the order of arrival is not asked for. */
export async function* inboxOf(round: RoundRef): AsyncGenerator<readonly InboxRow[]> {
  const mixer = db("mixer");
  let after = new Uint8Array(0);
  for (;;) {
    const rows = await mixer.$queryRaw<InboxRow[]>`
      SELECT message, signature, sealed, withdrawal_hash AS "withdrawalHash"
      FROM ${partition("inbox", round.quarter)}
      WHERE message > ${after} AND ${ofRound(round.manifestHash)} ORDER BY message LIMIT ${BATCH}`;
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = new Uint8Array(last.message);
  }
}

/** How many answers a round has received. Told once, for the whole round, when receiving has stopped. */
export async function receivedIn(
  round: RoundRef,
  mixer: Prisma.TransactionClient = db("mixer"),
): Promise<number> {
  const [row] = await mixer.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM ${partition("inbox", round.quarter)}
    WHERE ${ofRound(round.manifestHash)}`;
  return Number(row?.count ?? 0);
}

/** The receipts that were withdrawn in a round, as `receiptBytes` writes them; in the order of their random bytes, never of when. */
export async function withdrawnIn(
  quarter: Quarter,
  mixer: Prisma.TransactionClient = db("mixer"),
): Promise<Uint8Array[]> {
  const rows = await mixer.$queryRaw<{ receipt: Uint8Array }[]>`
    SELECT receipt FROM ${partition("withdrawn", quarter)} ORDER BY receipt`;
  return rows.map((row) => row.receipt);
}

/** What earlier mixes sealed for a round's keys: totals, texts, carried-over answers. */
export async function sealedFor(quarter: Quarter) {
  return db("mixer").sealed.findMany({ where: { quarter }, orderBy: { kind: "asc" } });
}

const signedOf = ({ signed: { manifest, signatures } }: RoundRecord): ToPeel["round"] => ({
  manifest,
  signatures: [...signatures],
});

/** Everything that custodian 2's half of a closed round's mix takes in. Throws `RoundRefused`. */
export async function toPeelOf(round: RoundRecord): Promise<ToPeel> {
  const { quarter } = round;
  const next = await findRound(shiftQuarter(quarter, 1));
  if (!next) throw new RoundRefused("next-round-missing");
  const received = await receivedIn(round);
  const leftSealed = leavesSealed(received, round.issued);
  return {
    quarter,
    round: signedOf(round),
    next: signedOf(next),
    rows: leftSealed ? 0 : received,
    inbox: leftSealed ? [] : inboxOf(round),
    withdrawn: await withdrawnIn(quarter),
    sealed: await sealedFor(quarter),
  };
}

/** A round that may be mixed now: receiving has stopped, and every earlier round is done. */
export async function closedRound(quarter: Quarter): Promise<RoundRecord> {
  const rounds = await allRounds();
  const round = rounds.find((one) => one.quarter === quarter);
  if (!round) throw new RoundRefused("no-such-round");
  if (round.state !== "closed") throw new RoundRefused("wrong-state");
  const earlier = rounds.filter((one) => one.quarter < quarter && !isDone(one.state));
  if (earlier.length > 0) throw new RoundRefused("earlier-round-unmixed");
  return round;
}
