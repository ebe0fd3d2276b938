import { createHash } from "node:crypto";
import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import { appendLog } from "@/lib/transparency/mutations";

/**
 * Stores a checked document for the rounds planned from now on, and notes its version in the public log. The
 * same document twice is one.
 */
export async function importQuestionnaire(
  _actor: OperatorActor,
  questionnaire: Questionnaire,
  now: Date,
): Promise<void> {
  const document = canonicalJson(questionnaire);
  const hash = createHash("sha256").update(document).digest("hex");
  const { id, version } = questionnaire;
  await db("operator").$transaction(async (tx) => {
    const { count } = await tx.questionnaireVersion.createMany({
      data: { hash, document, importedAt: now },
      skipDuplicates: true,
    });
    if (count > 0) await appendLog(tx, now, "questionnaire-imported", { id, version, hash });
  });
}
