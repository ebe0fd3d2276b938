import { blindMessage, type IssuerKey } from "@/lib/credential/client";
import { answerDigest, credentialMessage } from "@/lib/credential/message";
import { toBase64Url } from "@/lib/sealing/base64url";
import { receiptFrom, withdrawalHash } from "@/lib/sealing/receipt";
import { sealAnswer } from "@/lib/sealing/seal";
import type { Answers } from "@/lib/survey/questionnaire";
import type { CredentialRequest, SealedResponse } from "./calls";
import type { Person, Round } from "./stage";

export type Random = (n: number) => Uint8Array;

/** What both steps need to show at the end, and when it was first stored (milliseconds, this device only). */
type Kept = { readonly receipt: string; readonly until: string; readonly savedAt: number };

/**
 * What a retry needs between *Skicka* and the 204, all of it JSON.
 * The token and the open answers go as soon as the credential is there.
 */
export type Pending = Kept &
  (
    | {
        readonly step: "credential";
        readonly request: CredentialRequest;
        readonly key: IssuerKey;
        readonly inverse: string;
        readonly response: Omit<SealedResponse, "signature">;
        readonly person: Person;
        readonly answers: Answers;
      }
    | { readonly step: "response"; readonly response: SealedResponse }
  );

/** After this the page forgets: receiving stops 72 hours after issuing. */
const KEPT_FOR = 72 * 60 * 60 * 1000;

/** Reads what an earlier visit stored; `null` when there is nothing, or it is too old. */
export function readPending(text: string | null, now: number): Pending | null {
  if (text === null) return null;
  try {
    const pending = JSON.parse(text) as Pending;
    const age = now - pending.savedAt;
    // A clock that was put back meanwhile must cost nobody their answer.
    return Math.abs(age) < KEPT_FOR && pending.response.sealed ? pending : null;
  } catch {
    return null;
  }
}

/** Seals the answers for one round, and blinds a credential that is bound to them (design 2, steps 4 and 7). */
export async function preparePending(
  given: { round: Round; token: string; person: Person; answers: Answers; savedAt: number },
  random: Random,
): Promise<Pending> {
  const { round, token, person, answers, savedAt } = given;
  const { manifest, hash } = round;
  const receipt = receiptFrom(random);
  const withdrawal = await withdrawalHash(receipt);
  if (!withdrawal) throw new RangeError("the receipt does not read as one");
  const sealed = await sealAnswer({ answers, ...person }, manifest, hash);
  const message = credentialMessage(hash, await answerDigest(sealed, withdrawal));
  const blind = await blindMessage(manifest.issuerKey, message, random);
  return {
    step: "credential",
    request: { token, quarter: manifest.quarter, blinded: toBase64Url(blind.blinded) },
    key: manifest.issuerKey,
    inverse: toBase64Url(blind.inverse),
    response: {
      message: toBase64Url(blind.prepared),
      sealed: toBase64Url(sealed),
      withdrawalHash: toBase64Url(withdrawal),
    },
    person,
    answers,
    receipt,
    until: manifest.receivingStops,
    savedAt,
  };
}
