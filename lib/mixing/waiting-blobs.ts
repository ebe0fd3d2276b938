import { NOTHING_WAITING, type Waiting, waitingSchema } from "@/lib/disclosure/waiting";
import { readWaitingTexts, type TextPool, textsToSeal } from "@/lib/disclosure/waiting-texts";
import { blobAad } from "@/lib/mixing/blob-aad";
import { type CarriedAnswer, sealCarried } from "@/lib/mixing/carried";
import type { PeeledBlob } from "@/lib/mixing/exchange";
import { openBlob } from "@/lib/mixing/open-envelopes";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import type { Manifest } from "@/lib/rounds/manifest";
import { RoundRefused } from "@/lib/rounds/state";
import { utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";
import { type CustodianKey, sealEnvelope } from "@/lib/sealing/open";

/** What waits for the next mix, beside the inbox. */
export const TOTALS = "totals";
export const TEXTS = "texts";
/** Carried-over answers are envelopes of their own: `carried-0`, `carried-1`, … */
export const CARRIED = "carried-";

/**
 * Whether something under this name is ever sealed to wait for a mix. What custodian 2 opens under any other name
 * would be somebody's own choice: a receipt, or a carried-over answer parted from its receipt.
 */
export const isWaitingKind = (kind: string): boolean => /^(totals|texts|carried-\d+)$/.test(kind);

/** Smallest plaintext size of the totals, bytes: a small region and an empty one look alike. */
const TOTALS_STEP = 65_536;

function contentOf(key: CustodianKey, blobs: readonly PeeledBlob[], kind: string): unknown {
  const blob = blobs.find((one) => one.kind === kind);
  if (!blob) return null;
  const plaintext = openBlob(key, blob);
  // Its totals would be lost, so the mix stops.
  if (!plaintext) throw new RoundRefused("waiting-unreadable");
  return JSON.parse(new TextDecoder().decode(plaintext));
}

/** The sealed totals and texts that custodian 1's key gives back, as they waited for the round `quarter`. */
export function openWaiting(
  key: CustodianKey,
  blobs: readonly PeeledBlob[],
  quarter: Quarter,
): { waiting: Waiting; texts: readonly TextPool[] } {
  const totals = contentOf(key, blobs, TOTALS);
  const texts = contentOf(key, blobs, TEXTS);
  return {
    waiting: totals === null ? NOTHING_WAITING : waitingSchema.parse(totals),
    texts: texts === null ? [] : readWaitingTexts(texts, shiftQuarter(quarter, -1)),
  };
}

type Round = { readonly manifest: Manifest; readonly manifestHash: Uint8Array };
type Sealed = { kind: string; blob: Uint8Array<ArrayBuffer> };

function sealBlob(kind: string, value: unknown, { manifest, manifestHash }: Round): Sealed {
  const aad = blobAad(kind, manifestHash);
  const plaintext = utf8(canonicalJson(value));
  return { kind, blob: sealEnvelope(plaintext, manifest.custodianKeys, aad, TOTALS_STEP) };
}

/** The texts that wait, sealed for a round. */
export function sealTexts(texts: readonly TextPool[], round: Round): Sealed {
  return sealBlob(TEXTS, textsToSeal(texts), round);
}

/** Everything that waits, sealed for the round that comes next. */
export function sealWaiting(
  content: { waiting: Waiting; texts: readonly TextPool[]; carried: readonly CarriedAnswer[] },
  next: Round,
): Sealed[] {
  const carried = content.carried.map((answer, i) => ({
    kind: `${CARRIED}${i}`,
    blob: sealCarried(answer, next.manifest.custodianKeys, next.manifestHash),
  }));
  return [sealBlob(TOTALS, content.waiting, next), sealTexts(content.texts, next), ...carried];
}
