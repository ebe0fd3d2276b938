import { createHash } from "node:crypto";
import type { OperatorActor } from "@/lib/auth/actor";
import type { Holder } from "@/lib/auth/holder";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import type { Limits, Series } from "@/lib/disclosure/release";
import type { Created } from "@/lib/keys/create";
import { keyDirectory } from "@/lib/keys/directory";
import { type Drill, drill } from "@/lib/keys/drill";
import { publicKeysOf } from "@/lib/keys/public-keys";
import { type Secret, unlockSigningKey } from "@/lib/keys/unlock";
import { prepareIssuerKey } from "@/lib/parties/mutations";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { manifestText, type RegionTree } from "@/lib/rounds/build";
import { findRound } from "@/lib/rounds/data";
import { planRound } from "@/lib/rounds/mutations";
import { signManifest } from "@/lib/rounds/sign";
import { RoundRefused } from "@/lib/rounds/state";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import { appendLog } from "@/lib/transparency/mutations";

/** What a round is planned from; both custodians sign the result. */
export type QuarterPlan = {
  readonly quarter: Quarter;
  readonly region: RegionTree & { readonly name: string };
  readonly questionnaire: Questionnaire;
  readonly series: readonly Series[];
  readonly limits: Limits;
  readonly graceDays?: number;
  readonly operator: string;
};

/** A round's public key of a custodian, from the key file or as imported; no passphrase is needed for it. */
function publicKey(custodian: 1 | 2, quarter: Quarter): string {
  const found = publicKeysOf(keyDirectory(), custodian)?.rounds[quarter];
  if (found === undefined) throw new RoundRefused("custodian-key-missing");
  return found;
}

/** A manifest that nobody has signed yet, with the questionnaire that it names. */
export type Draft = {
  readonly quarter: Quarter;
  readonly manifest: string;
  readonly questionnaire: string;
};

/** Makes the issuer's key and writes the manifest. Throws `RoundRefused` when a custodian has no key for it. */
export async function draftQuarter(_actor: OperatorActor, plan: QuarterPlan): Promise<Draft> {
  const { quarter } = plan;
  const custodianKeys = [publicKey(1, quarter), publicKey(2, quarter)] as const;
  const questionnaire = canonicalJson(plan.questionnaire);
  const { name, ...tree } = plan.region;
  const manifest = manifestText({
    ...tree,
    quarter,
    issuerKey: await prepareIssuerKey(quarter),
    custodianKeys,
    questionnaireHash: createHash("sha256").update(questionnaire).digest("hex"),
    series: plan.series,
    limits: plan.limits,
    ...(plan.graceDays === undefined ? {} : { graceDays: plan.graceDays }),
    operator: plan.operator,
    region: name,
  });
  return { quarter, manifest, questionnaire };
}

/**
 * Makes the issuer's key, writes the manifest, has both custodians sign it, and publishes it as a
 * planned round. Planning the same quarter again changes nothing. Throws `KeyRefused` for a wrong
 * passphrase, `RoundRefused` when a custodian has no key for the quarter.
 */
export async function planQuarter(
  actor: OperatorActor,
  plan: QuarterPlan,
  secrets: readonly [Secret, Secret],
  now: Date,
): Promise<void> {
  const { quarter } = plan;
  if (await findRound(quarter)) return;
  const dir = keyDirectory();
  for (const custodian of [1, 2] as const) publicKey(custodian, quarter);
  const first = await unlockSigningKey({ dir, custodian: 1 }, secrets[0]);
  const second = await unlockSigningKey({ dir, custodian: 2 }, secrets[1]);
  const draft = await draftQuarter(actor, plan);
  const signatures = [
    signManifest(draft.manifest, first),
    signManifest(draft.manifest, second),
  ] as const;
  await planRound(actor, { ...draft, signatures }, now);
}

/**
 * Notes in the public log which keys a custodian made, with their public halves: the manifests that come
 * later can be held against it. Never fails: the ceremony is over, and its code must still be shown.
 */
export async function noteCreated(
  { custodian }: Holder,
  made: Created,
  now: Date,
): Promise<boolean> {
  const keys = Object.fromEntries(made.keys.map(({ quarter, publicKey }) => [quarter, publicKey]));
  const content = { custodian, keys, signing: made.signingKey };
  const noted = db("operator").$transaction((tx) => appendLog(tx, now, "key-created", content));
  return noted.then(
    () => true,
    () => false,
  );
}

/**
 * Notes in the public log that a custodian's keys were tried: which rounds and by what, never a secret. The
 * same drill on the same day is noted once.
 */
export async function noteDrill(
  { custodian }: Holder,
  secret: Secret,
  { proved }: Drill,
  now: Date,
): Promise<void> {
  const by = "passphrase" in secret ? "passphrase" : "sheet";
  const content = { custodian, quarters: proved, by };
  await db("operator").$transaction(async (tx) => {
    await lock(tx, "drill-log");
    const noted = await tx.logEntry.findFirst({
      where: { kind: "key-drill", day: dayAt(now), content: canonicalJson(content) },
    });
    if (!noted) await appendLog(tx, now, "key-drill", content);
  });
}

/**
 * A custodian's drill: opens the keys with the passphrase or the printed sheet, proves possession of every
 * round's, and notes it. No key file is changed. Throws `KeyRefused` and then notes nothing.
 */
export async function holdDrill(holder: Holder, secret: Secret, now: Date): Promise<Drill> {
  const { custodian } = holder;
  const shown = await drill({ dir: keyDirectory(), custodian }, secret);
  await noteDrill(holder, secret, shown, now);
  return shown;
}
