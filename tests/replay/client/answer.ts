import { createHash } from "node:crypto";
import { patiently, type Server, textIn } from "./calls";
import { type Blinded, blind, finalize } from "./credential";
import { base64url, fromBase64url } from "./encoding";
import type { Round } from "./manifest";
import { newReceipt, type Plain, seal, withdrawalHash } from "./sealing";

/** The body of `responses`: everything a client keeps to repeat the request. */
export type Sealed = {
  readonly message: string;
  readonly signature: string;
  readonly sealed: string;
  readonly withdrawalHash: string;
};

/** What one person did, from the link to the receipt. */
export type Answered = {
  readonly token: string;
  readonly blinded: string;
  readonly sealed: Sealed;
  readonly receipt: string;
};

/** Asks whether the link is open; throws anything that is not. */
export async function mayBegin(server: Server, token: string) {
  const reply = await patiently(server, "invitation", { token });
  const { status, body } = reply;
  if (status !== 200 || body["state"] !== "open") {
    throw new Error(`the link is not open: ${status} ${JSON.stringify(body)}`);
  }
  return { unit: textIn(reply, "unit"), series: textIn(reply, "series") };
}

async function credential(server: Server, round: Round, token: string, asked: Blinded) {
  const { quarter, issuerKey } = round.manifest;
  const body = { token, quarter, blinded: base64url(asked.blinded) };
  const reply = await patiently(server, "credential", body);
  return finalize(issuerKey, asked, fromBase64url(textIn(reply, "blindSignature")));
}

/** Sections 4 to 6 for one person: an answer that is ready to be sent. */
export async function prepare(
  server: Server,
  round: Round,
  token: string,
  plain: Plain,
): Promise<Answered> {
  const receipt = newReceipt();
  const envelope = await seal(plain, round);
  const hash = withdrawalHash(receipt);
  const digest = createHash("sha256").update(envelope).update(hash).digest();
  const asked = blind(round.manifest.issuerKey, round.manifestHash, digest);
  const signature = await credential(server, round, token, asked);
  const sealed = {
    message: base64url(asked.prepared),
    signature: base64url(signature),
    sealed: base64url(envelope),
    withdrawalHash: base64url(hash),
  };
  return { token, blinded: base64url(asked.blinded), sealed, receipt };
}

/** Sends an answer; throws unless it is stored. */
export async function send(server: Server, { sealed }: Answered): Promise<void> {
  const { status, body } = await patiently(server, "responses", sealed);
  if (status !== 204) throw new Error(`not stored: ${status} ${String(body["error"])}`);
}
