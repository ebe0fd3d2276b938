import type { Prisma } from "@/generated/collector/client";
import type { OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { canonicalJson } from "@/lib/sealing/canonical";
import { askedIn, documentHash } from "@/lib/survey/asked";
import { nextVersion, questionnaireVersions } from "@/lib/survey/data";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import { nextNumber, numberTaken } from "@/lib/survey/version";
import { appendLog } from "@/lib/transparency/mutations";

function oneAtATime<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return db("operator").$transaction(async (tx) => {
    await lock(tx, "questionnaire-version");
    return work(tx);
  });
}

/** `taken`: another document has this name and number; `free` is the next. `moved`: a newer version came meanwhile. */
export type Stored =
  | { readonly state: "stored" | "known"; readonly hash: string }
  | { readonly state: "taken"; readonly free: number }
  | { readonly state: "moved"; readonly newest: string };

type ToStore = {
  readonly questionnaire: Questionnaire;
  /** The newest version's hash when the person began; left out, whatever came meanwhile is no matter. */
  readonly seen?: string;
};

/** Stores a checked document as a version; it is asked when it is chosen. The same content is the same version. */
export function storeQuestionnaire(
  actor: OperatorActor,
  { questionnaire, seen }: ToStore,
  now: Date,
): Promise<Stored> {
  const hash = documentHash(questionnaire);
  return oneAtATime(async (tx): Promise<Stored> => {
    const versions = await questionnaireVersions(actor, tx);
    if (versions.some((one) => one.hash === hash)) return { state: "known", hash };
    const newest = versions[0]?.hash ?? "";
    if (seen !== undefined && seen !== newest) return { state: "moved", newest };
    if (numberTaken(questionnaire, hash, versions)) {
      return { state: "taken", free: nextNumber(questionnaire.id, versions) };
    }
    await keep(tx, questionnaire, now);
    return { state: "stored", hash };
  });
}

const LAST = { _max: { number: true } } as const;

async function keep(tx: Prisma.TransactionClient, questionnaire: Questionnaire, now: Date) {
  const hash = documentHash(questionnaire);
  const number = ((await tx.questionnaireVersion.aggregate(LAST))._max.number ?? 0) + 1;
  const data = { hash, document: canonicalJson(questionnaire), importedAt: now, number };
  await tx.questionnaireVersion.createMany({ data, skipDuplicates: true });
}

type ToChoose = {
  readonly hash: string;
  /** The version that was next when the person looked. */
  readonly seen: string;
  /** Whose name the rounds' texts carry. */
  readonly region: string;
};

/** `moved`: somebody chose another version meanwhile. */
export type Chosen = "chosen" | "already" | "moved" | "unknown";

/**
 * Lets the rounds planned from now on ask a version, and says so in the public log with the checksum that their
 * manifests will name. Rounds that are planned, running or done keep theirs: it is signed.
 */
export function chooseQuestionnaire(
  actor: OperatorActor,
  { hash, seen, region }: ToChoose,
  now: Date,
): Promise<Chosen> {
  return oneAtATime(async (tx): Promise<Chosen> => {
    const versions = await questionnaireVersions(actor, tx);
    const wanted = versions.find((one) => one.hash === hash);
    if (!wanted) return "unknown";
    const next = await nextVersion(actor, tx);
    if (next.hash === hash) return "already";
    if (next.hash !== seen) return "moved";
    await keep(tx, wanted.questionnaire, now);
    const { id, version } = wanted.questionnaire;
    const asked = documentHash(askedIn(canonicalJson(wanted.questionnaire), region));
    await appendLog(tx, now, "questionnaire-chosen", { id, version, hash, asked });
    return "chosen";
  });
}
