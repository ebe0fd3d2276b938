import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";

/** The document imported last, as it was stored; null when none was. */
export async function newestQuestionnaire(_actor: OperatorActor): Promise<string | null> {
  const newest = await db("operator").questionnaireVersion.findFirst({
    orderBy: { importedAt: "desc" },
  });
  return newest?.document ?? null;
}
