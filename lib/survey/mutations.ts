import { createHash } from "node:crypto";
import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { Questionnaire } from "@/lib/survey/questionnaire";

/** Stores a checked document for the rounds planned from now on. The same document twice is one. */
export async function importQuestionnaire(
  _actor: OperatorActor,
  questionnaire: Questionnaire,
  now: Date,
): Promise<void> {
  const document = canonicalJson(questionnaire);
  const hash = createHash("sha256").update(document).digest("hex");
  await db("operator").questionnaireVersion.createMany({
    data: { hash, document, importedAt: now },
    skipDuplicates: true,
  });
}
