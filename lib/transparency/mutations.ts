import type { Prisma } from "@/generated/collector/client";
import { lock } from "@/lib/db/lock";
import { dayAt } from "@/lib/quarters/today";
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
