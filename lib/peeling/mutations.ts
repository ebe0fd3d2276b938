import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { AuditorActor, OperatorActor } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { keyDirectory } from "@/lib/keys/directory";
import { listKeys } from "@/lib/keys/rounds";
import { blobAad } from "@/lib/mixing/blob-aad";
import type { CarriedTo } from "@/lib/mixing/carried";
import { closedRound, toPeelOf } from "@/lib/mixing/data";
import type { Exchange } from "@/lib/mixing/exchange";
import { peel } from "@/lib/mixing/peel";
import type { MixProgress } from "@/lib/mixing/progress";
import type { ToPeel } from "@/lib/mixing/to-peel";
import { CARRIED, isWaitingKind } from "@/lib/mixing/waiting-blobs";
import type { Quarter } from "@/lib/quarters/quarter";
import { manifestSchema } from "@/lib/rounds/manifest";
import type { RoundRecord } from "@/lib/rounds/record";
import { COLLECTOR_MEMORY_MS, RoundRefused } from "@/lib/rounds/state";
import { fromBase64Url } from "@/lib/sealing/base64url";
import type { CustodianKey } from "@/lib/sealing/open";
import { runFor } from "@/lib/threads/run-for";
import { withShelves } from "@/lib/threads/shelves";

const secureRandom = (n: number) => new Uint8Array(randomBytes(n));
const sha256 = (text: string) => new Uint8Array(createHash("sha256").update(text).digest());

/** Where envelopes lie while they are turned over. */
const exchangeFolder = () => path.resolve(env().SORTI_DATA_DIR, "exchange");

/** An answer may be on its way in while a collector still remembers the round as open: let it land first. */
async function settle({ receivingStops }: RoundRecord): Promise<void> {
  const longest = 2 * COLLECTOR_MEMORY_MS;
  const left = (receivingStops?.getTime() ?? 0) + longest - Date.now();
  if (left > 0) await wait(Math.min(left, longest));
}

/** The round that few answers are carried over to. Throws `RoundRefused`. */
function carriedTo(text: string, hash: Uint8Array): CarriedTo {
  const { quarter, custodianKeys } = manifestSchema.parse(JSON.parse(text));
  const [, named] = custodianKeys;
  // Receipts are sealed to a key that lies on the own machine, never to one that only somebody's manifest names.
  const own = listKeys(keyDirectory()).some(
    (key) => key.owner === 2 && key.use === quarter && key.publicKey === named,
  );
  if (!own) throw new RoundRefused("custodian-key-missing");
  return { point: fromBase64Url(named), manifestHash: hash };
}

/** What custodian 2 hands on, as long as nobody has closed it. */
export type Peeled = Exchange & { readonly close: () => void };

/**
 * Custodian 2's half, of what was gathered: the outer layer off everything, shuffled. Needs no database. Throws
 * `RoundRefused`. What it gives lies in a file without a name until it is closed.
 */
export async function peelGathered(
  { round, next, rows, inbox, withdrawn, sealed }: ToPeel,
  key: CustodianKey,
  onProgress: MixProgress,
): Promise<Peeled> {
  const manifest = manifestSchema.parse(JSON.parse(round.manifest));
  const manifestHash = sha256(round.manifest);
  if (!sealed.every(({ kind }) => isWaitingKind(kind)))
    throw new RoundRefused("waiting-unreadable");
  const carried = sealed.filter((row) => row.kind.startsWith(CARRIED));
  const blobs = sealed
    .filter((row) => !carried.includes(row))
    .map(({ kind, blob }) => ({ kind, aad: blobAad(kind, manifestHash), sealed: blob }));
  const to = carriedTo(next.manifest, sha256(next.manifest));
  return withShelves(exchangeFolder(), async (shelf) => {
    const exchange = await peel({
      ...{ manifest, manifestHash, key, inbox, withdrawn, blobs, shelf, next: to },
      carried: carried.map((row) => row.blob),
      random: secureRandom,
      run: runFor(rows),
      onProgress: (done) => onProgress("peel", done, rows),
    });
    if (exchange.counts.lostBlobs > 0) throw new RoundRefused("waiting-unreadable");
    return exchange;
  });
}

/** What custodian 2 is to peel of a closed round, when the last answer has landed. Reads only. Throws `RoundRefused`. */
export async function gatherToPeel(
  _actor: OperatorActor | AuditorActor,
  quarter: Quarter,
): Promise<ToPeel> {
  const round = await closedRound(quarter);
  await settle(round);
  return toPeelOf(round);
}

/**
 * Custodian 2's half where its keys and the database are at hand. Reads only; repeat it as often as needed.
 * Of a round with more received than issued it hands on only what waits.
 */
export async function peelRound(
  actor: OperatorActor | AuditorActor,
  quarter: Quarter,
  key: CustodianKey,
  onProgress: MixProgress,
): Promise<Peeled> {
  return peelGathered(await gatherToPeel(actor, quarter), key, onProgress);
}
