import { createHash } from "node:crypto";
import type { OperatorActor } from "@/lib/auth/actor";
import { prepareIssuerKey } from "@/lib/credential/mutations";
import type { Limits, Series } from "@/lib/disclosure/release";
import { keyDirectory } from "@/lib/keys/directory";
import { listKeys } from "@/lib/keys/rounds";
import { type Secret, unlockSigningKey } from "@/lib/keys/unlock";
import type { Quarter } from "@/lib/quarters/quarter";
import { manifestText, type RegionTree } from "@/lib/rounds/build";
import { findRound } from "@/lib/rounds/data";
import { planRound } from "@/lib/rounds/mutations";
import { signManifest } from "@/lib/rounds/sign";
import { RoundRefused } from "@/lib/rounds/state";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { Questionnaire } from "@/lib/survey/questionnaire";

/** What a round is planned from; both custodians sign the result. */
export type QuarterPlan = {
  readonly quarter: Quarter;
  readonly region: RegionTree & { readonly name: string };
  readonly questionnaire: Questionnaire;
  readonly series: readonly Series[];
  readonly limits: Limits;
  readonly operator: string;
};

/** A round's public key of a custodian, from the key file; the passphrase is not needed for it. */
function publicKey(custodian: 1 | 2, quarter: Quarter): string {
  const found = listKeys(keyDirectory()).find(
    (key) => key.owner === custodian && key.use === quarter,
  );
  if (!found || found.owner === "issuer") throw new RoundRefused("custodian-key-missing");
  return found.publicKey;
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
  const custodianKeys = [publicKey(1, quarter), publicKey(2, quarter)] as const;
  const first = await unlockSigningKey({ dir, custodian: 1 }, secrets[0]);
  const second = await unlockSigningKey({ dir, custodian: 2 }, secrets[1]);
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
    operator: plan.operator,
    region: name,
  });
  const signatures = [signManifest(manifest, first), signManifest(manifest, second)] as const;
  await planRound(actor, { quarter, manifest, signatures, questionnaire }, now);
}
