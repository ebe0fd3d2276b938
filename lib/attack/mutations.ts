import { type LoggedAttack, loggedAttacks, worthLogging } from "@/lib/attack/due";
import type { AttackRecord } from "@/lib/attack/record";
import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { dayAt } from "@/lib/quarters/today";
import { appendLog } from "@/lib/transparency/mutations";

/** One line for a mix; else one a day, unless the verdict is another than before. */
function noted(earlier: readonly LoggedAttack[], record: AttackRecord, day: string): boolean {
  return earlier.some(
    (one) =>
      one.occasion === record.occasion &&
      one.quarter === record.quarter &&
      (record.occasion === "mix" || (one.day === day && one.held === record.held)),
  );
}

/** Puts an attack's figures into the public log, once, also when it failed. False: they were there, or add nothing. */
export async function logSelfAttack(
  _actor: OperatorActor,
  record: AttackRecord,
  now: Date,
): Promise<boolean> {
  const day = dayAt(now);
  return db("operator").$transaction(async (tx) => {
    await lock(tx, "attack-log");
    const rows = await tx.logEntry.findMany({
      where: { kind: "self-attack" },
      orderBy: { seq: "asc" },
    });
    const earlier = loggedAttacks(rows);
    if (noted(earlier, record, day) || !worthLogging(record, earlier.at(-1), day)) return false;
    await appendLog(tx, now, "self-attack", record);
    return true;
  });
}
