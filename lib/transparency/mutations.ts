import type { Prisma } from "@/generated/collector/client";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { canonicalJson } from "@/lib/sealing/canonical";
import { nextEntry } from "@/lib/transparency/chain";
import type { LogKind } from "@/lib/transparency/entry";

/** Appends to the public log inside the caller's transaction: the entry and what it tells, both or neither. */
export async function appendLog(
  tx: Prisma.TransactionClient,
  now: Date,
  kind: LogKind,
  content: Readonly<Record<string, unknown>>,
): Promise<void> {
  await lock(tx, "log");
  const last = await tx.logEntry.findFirst({ orderBy: { seq: "desc" } });
  await tx.logEntry.create({ data: nextEntry(last, dayAt(now), kind, content) });
}

/** Whose private key of a quarter is gone; `coding`: that of the free texts that were read after it. */
type Destroyed = "issuer" | "custodians" | "custodian1" | "custodian2" | "coding";

/**
 * Tells the public log, once, that a private key is gone. What decides is the log and not whether a file was
 * there: a run that was interrupted between the two is finished by the next.
 */
export async function noteKeyDestroyed(quarter: Quarter, of: Destroyed, now: Date): Promise<void> {
  const content = { quarter, of };
  await db("operator").$transaction(async (tx) => {
    await lock(tx, "key-destroyed-log");
    const noted = await tx.logEntry.findFirst({
      where: { kind: "key-destroyed", content: canonicalJson(content) },
    });
    if (!noted) await appendLog(tx, now, "key-destroyed", content);
  });
}
