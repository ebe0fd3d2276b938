import type { KeyObject } from "node:crypto";
import type { IssuerKey } from "@/lib/credential/client";
import { readPrepared } from "@/lib/credential/message";
import { coversAnswer, issuerPublicKey, verifyCredential } from "@/lib/credential/verify";
import { sameBytes } from "@/lib/sealing/bytes";
import { SEALED_LENGTHS } from "@/lib/sealing/envelope";
import { type CustodianKey, EnvelopeRefused, openEnvelope } from "@/lib/sealing/open";

/** A row of the inbox: the prepared message, its signature, the sealed answer, SHA-256 of the receipt. */
export type InboxRow = {
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly sealed: Uint8Array;
  readonly withdrawalHash: Uint8Array;
};

/** What the outer layer of a round's answers is opened with, and what their credentials are checked against. */
export type PeelContext = {
  /** Custodian 2's key for the round. */
  readonly key: CustodianKey;
  readonly manifestHash: Uint8Array;
  readonly issuerKey: IssuerKey;
};

/** An entitled row: the message makes it unique; `inner` is null when the envelope does not open. */
export type PeeledRow = {
  readonly message: Uint8Array;
  readonly withdrawalHash: Uint8Array;
  readonly inner: Uint8Array | null;
};

/** One layer off; null when it does not open. */
export function peeledLayer(
  key: CustodianKey,
  sealed: Uint8Array,
  aad: Uint8Array,
): Uint8Array | null {
  try {
    return openEnvelope(key, sealed, aad);
  } catch (error) {
    if (error instanceof EnvelopeRefused) return null;
    throw error;
  }
}

/** An answer's inner envelope; null when it is not of an answer's size or does not open. */
function innerOf(
  { key, manifestHash }: Omit<PeelContext, "issuerKey">,
  sealed: Uint8Array,
): Uint8Array | null {
  return SEALED_LENGTHS.includes(sealed.length) ? peeledLayer(key, sealed, manifestHash) : null;
}

/** Whether a row carries this round's credential, made for this answer: a collector can neither stuff the box nor swap. */
function entitled(row: InboxRow, manifestHash: Uint8Array, issuer: KeyObject): boolean {
  const said = readPrepared(row.message);
  return (
    said !== null &&
    sameBytes(said.manifestHash, manifestHash) &&
    row.withdrawalHash.length === 32 &&
    coversAnswer(said.digest, row) &&
    verifyCredential(issuer, row.message, row.signature)
  );
}

/** Verifies and opens a batch of the inbox; null for a row without a credential of its own. */
export function peelRows(
  context: PeelContext,
): (rows: readonly InboxRow[]) => (PeeledRow | null)[] {
  const issuer = issuerPublicKey(context.issuerKey);
  return (rows) =>
    rows.map((row) => {
      if (!entitled(row, context.manifestHash, issuer)) return null;
      const { message, sealed, withdrawalHash } = row;
      return { message, withdrawalHash, inner: innerOf(context, sealed) };
    });
}
