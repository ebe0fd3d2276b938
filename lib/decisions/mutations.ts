import type { Prisma } from "@/generated/collector/client";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { isPart } from "@/lib/env";
import { askIssuer } from "@/lib/parties/data";
import { appendLog } from "@/lib/transparency/mutations";
import { decisionLines } from "./data";
import { lineOf } from "./line";

/**
 * Tells the public log of each decision of the employer's that it does not tell yet. What decides is the log itself, so
 * nothing is noted at the issuer: interrupted, repeated or twice at once, every decision has one line, and one that was
 * taken while the issuer was away is told once it is back.
 */
export async function tellDecisions(now: Date): Promise<void> {
  const decided = isPart("issuer")
    ? await decisionLines()
    : (await askIssuer("decisions", {})).decided;
  if (decided.length === 0) return;
  const kinds = [...new Set(decided.map(({ kind }) => kind))];
  const tell = async (tx: Prisma.TransactionClient) => {
    await lock(tx, "log");
    const logged = await tx.logEntry.findMany({ where: { kind: { in: kinds } } });
    for (const line of decided) {
      if (!lineOf(line, logged)) await appendLog(tx, now, line.kind, line.content);
    }
  };
  await db("operator").$transaction(tell, { timeout: 60_000, maxWait: 10_000 });
}
