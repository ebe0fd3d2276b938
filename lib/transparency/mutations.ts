import type { Prisma } from "@/generated/collector/client";
import { dayAt } from "@/lib/quarters/today";
import { nextEntry } from "@/lib/transparency/chain";
import type { LogKind } from "@/lib/transparency/entry";

/** Any number will do, as long as nobody else locks it: one writer of the log at a time. */
const LOG_LOCK = 7_236_001;

/** Appends to the public log inside the caller's transaction: the entry and what it tells, both or neither. */
export async function appendLog(
  tx: Prisma.TransactionClient,
  now: Date,
  kind: LogKind,
  content: Readonly<Record<string, unknown>>,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOG_LOCK})`;
  const last = await tx.logEntry.findFirst({ orderBy: { seq: "desc" } });
  await tx.logEntry.create({ data: nextEntry(last, dayAt(now), kind, content) });
}
