import type { Texts } from "@/lib/disclosure/texts";
import { NOTHING_WAITING, type Waiting, waitingSchema } from "@/lib/disclosure/waiting";
import { blobAad } from "@/lib/mixing/blob-aad";
import { type CarriedAnswer, sealCarried } from "@/lib/mixing/carried";
import type { PeeledBlob } from "@/lib/mixing/exchange";
import { openBlob } from "@/lib/mixing/open-envelopes";
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

/** The sealed totals and texts that custodian 1's key gives back. */
export function openWaiting(
  key: CustodianKey,
  blobs: readonly PeeledBlob[],
): { waiting: Waiting; texts: readonly Texts[] } {
  const totals = contentOf(key, blobs, TOTALS);
  const texts = contentOf(key, blobs, TEXTS);
  return {
    waiting: totals === null ? NOTHING_WAITING : waitingSchema.parse(totals),
    texts: (texts ?? []) as readonly Texts[],
  };
}

/** Everything that waits, sealed for the round that comes next. */
export function sealWaiting(
  content: { waiting: Waiting; texts: readonly Texts[]; carried: readonly CarriedAnswer[] },
  next: { manifest: Manifest; manifestHash: Uint8Array },
): { kind: string; blob: Uint8Array<ArrayBuffer> }[] {
  const { manifest, manifestHash } = next;
  const seal = (kind: string, value: unknown) => ({
    kind,
    blob: sealEnvelope(
      utf8(canonicalJson(value)),
      manifest.custodianKeys,
      blobAad(kind, manifestHash),
      TOTALS_STEP,
    ),
  });
  const carried = content.carried.map((answer, i) => ({
    kind: `${CARRIED}${i}`,
    blob: sealCarried(answer, manifest.custodianKeys, manifestHash),
  }));
  return [seal(TOTALS, content.waiting), seal(TEXTS, content.texts), ...carried];
}
