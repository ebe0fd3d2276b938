import type { Prisma } from "@/generated/collector/client";
import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { documentHash } from "@/lib/survey/asked";
import standard from "@/lib/survey/default-questionnaire.json";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import type { Version } from "@/lib/survey/version";
import { chosenHash } from "@/lib/transparency/told";

/** The questionnaire that comes with the program. */
function builtIn(): Version {
  const questionnaire = questionnaireSchema.parse(standard);
  return { hash: documentHash(questionnaire), importedAt: null, questionnaire };
}

/**
 * Every version, newest first; the one that comes with the program last, unless it was stored. `tx`: to see
 * what a transaction sees.
 */
export async function questionnaireVersions(
  _actor: OperatorActor,
  tx: Prisma.TransactionClient = db("operator"),
): Promise<readonly Version[]> {
  const rows = await tx.questionnaireVersion.findMany({ orderBy: { number: "desc" } });
  const stored = rows.map(({ hash, importedAt, document }) => ({
    hash,
    importedAt,
    questionnaire: questionnaireSchema.parse(JSON.parse(document)),
  }));
  const own = builtIn();
  return stored.some(({ hash }) => hash === own.hash) ? stored : [...stored, own];
}

/** The version that the next planned round asks: the one that the public log names last, else the built-in one. */
export async function nextVersion(
  actor: OperatorActor,
  tx: Prisma.TransactionClient = db("operator"),
): Promise<Version> {
  const versions = await questionnaireVersions(actor, tx);
  const told = await tx.logEntry.findFirst({
    where: { kind: { in: ["questionnaire-chosen", "questionnaire-imported"] } },
    orderBy: { seq: "desc" },
  });
  const named = told ? chosenHash(told) : null;
  return versions.find(({ hash }) => hash === named) ?? builtIn();
}
