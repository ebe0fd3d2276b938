import type { OperatorActor } from "@/lib/auth/actor";
import type { SignedTerms, Terms } from "@/lib/ceremony/terms";
import { HandInRefused } from "@/lib/cli/hand-in-refused";
import { draftNextQuarter } from "@/lib/cli/plan-quarter";
import { keyDirectory } from "@/lib/keys/directory";
import { signingKeys } from "@/lib/keys/signing-keys";
import { type Secret, unlockSigningKey } from "@/lib/keys/unlock";
import type { Quarter } from "@/lib/quarters/quarter";
import { openManifest } from "@/lib/rounds/check";
import { planRound } from "@/lib/rounds/mutations";
import { signManifest } from "@/lib/rounds/sign";

/** What was signed must be what the quarter would be now. Throws `HandInRefused("outdated")`. */
export async function assertCurrent(
  actor: OperatorActor,
  quarter: Quarter,
  { manifest, questionnaire }: Terms,
): Promise<void> {
  const expected = await draftNextQuarter(actor, quarter);
  if (expected.manifest !== manifest || expected.questionnaire !== questionnaire) {
    throw new HandInRefused("outdated");
  }
}

/**
 * Puts custodian 1's signature beside custodian 2's, and plans the round if a page would believe both. Whoever calls
 * has asked `assertCurrent`. Throws `HandInRefused("not-signed")` and `KeyRefused`.
 */
export async function planWithSignature(
  actor: OperatorActor,
  quarter: Quarter,
  { manifest, questionnaire, signature }: SignedTerms,
  secret: Secret,
  now: Date,
): Promise<void> {
  const dir = keyDirectory();
  const keys = signingKeys(dir);
  if (!keys) throw new HandInRefused("not-signed");
  const first = signManifest(manifest, await unlockSigningKey({ dir, custodian: 1 }, secret));
  const plan = { manifest, questionnaire, signatures: [first, signature] } as const;
  await openManifest(plan, keys).catch(() => {
    throw new HandInRefused("not-signed");
  });
  await planRound(actor, { quarter, ...plan }, now);
}
