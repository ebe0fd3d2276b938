import { CredentialRefused, finalizeCredential } from "@/lib/credential/client";
import { fromBase64Url, toBase64Url } from "@/lib/sealing/base64url";
import { askCredential, type Line, sendResponse } from "./calls";
import type { Pending } from "./pending";
import type { Lost, Trouble } from "./stage";

export type Outcome =
  | { readonly state: "stored" }
  | { readonly state: "round-changed" }
  | { readonly state: "lost"; readonly why: Lost }
  | { readonly state: "trouble"; readonly trouble: Trouble };

type Awaiting = Extract<Pending, { step: "credential" }>;
type Ready = Extract<Pending, { step: "response" }>;

/** The signature, unblinded; `null` when the issuer's answer does not verify. */
async function signatureOf(pending: Awaiting, blindSignature: string): Promise<string | null> {
  const state = {
    prepared: fromBase64Url(pending.response.message),
    inverse: fromBase64Url(pending.inverse),
  };
  try {
    const blind = fromBase64Url(blindSignature);
    return toBase64Url(await finalizeCredential(pending.key, state, blind));
  } catch (error) {
    if (error instanceof CredentialRefused || error instanceof RangeError) return null;
    throw error;
  }
}

async function credentialFor(pending: Awaiting, line: Line): Promise<Ready | Outcome> {
  const reply = await askCredential(line, pending.request);
  if (reply.state !== "signed") return reply;
  const signature = await signatureOf(pending, reply.blindSignature);
  if (signature === null) return { state: "trouble", trouble: "server" };
  const { receipt, until, savedAt } = pending;
  return {
    step: "response",
    response: { ...pending.response, signature },
    receipt,
    until,
    savedAt,
  };
}

/**
 * Goes on from wherever an attempt stopped: credential, then sealed answer. `keep` is called with what the
 * next attempt needs, before anything is sent that depends on it.
 */
export async function send(
  pending: Pending,
  line: Line,
  keep: (pending: Pending) => void,
): Promise<Outcome> {
  keep(pending);
  if (pending.step === "response") return sendResponse(line, pending.response);
  const next = await credentialFor(pending, line);
  if (!("step" in next)) return next;
  keep(next);
  return sendResponse(line, next.response);
}
