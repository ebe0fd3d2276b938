import { createHash } from "node:crypto";
import type { Prisma } from "@/generated/collector/client";
import { CodingRefused } from "@/lib/coding/refused";
import { db } from "@/lib/db/clients";
import { blobAad } from "@/lib/mixing/blob-aad";
import { TEXTS } from "@/lib/mixing/waiting-blobs";
import { isQuarter, type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { findRound } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";

/** A coding as everybody at the desk may know it. */
export type Coding = {
  /** The last round whose texts it holds. */
  readonly quarter: Quarter;
  /** `given-up`: its key was lost, and its comments were destroyed unread. */
  readonly state: "open" | "finished" | "given-up";
  readonly comments: number;
  readonly publicKey: Uint8Array;
  readonly pools: Uint8Array;
};

type Row = Prisma.CodingGetPayload<object>;

function codingOf(row: Row): Coding {
  const { quarter, state, comments, publicKey, pools } = row;
  if (!isQuarter(quarter)) throw new RangeError("a coding of no quarter");
  return { quarter, state: state as Coding["state"], comments, publicKey, pools };
}

/** Every coding, newest first. */
export async function allCodings(): Promise<readonly Coding[]> {
  const rows = await db("mixer").coding.findMany({ orderBy: { quarter: "desc" } });
  return rows.map(codingOf);
}

/** The coding that is open; null when there is none. */
export async function openCoding(): Promise<Coding | null> {
  const row = await db("mixer").coding.findFirst({ where: { state: "open" } });
  return row && codingOf(row);
}

/** How many comments of the open coding wait for their first reader, and for their second; null when none is open. */
export type UnfinishedCoding = { readonly first: number; readonly second: number };

/** How far the open coding has come, for the check list before publication. */
export async function unfinishedCoding(): Promise<UnfinishedCoding | null> {
  if ((await openCoding()) === null) return null;
  const rows = await db("mixer").comment.groupBy({ by: ["state"], _count: true });
  const of = (...states: readonly string[]) =>
    rows.reduce((sum, { state, _count }) => sum + (states.includes(state) ? _count : 0), 0);
  return { first: of("waiting", "returned"), second: of("coded") };
}

/** SHA-256, hex: what was peeled and what waits are compared by it. */
export const blobName = (blob: Uint8Array) => createHash("sha256").update(blob).digest("hex");

/** The texts that wait, and the round whose keys open them. */
export type WaitingTexts = {
  readonly round: RoundRecord;
  readonly blob: Uint8Array;
  readonly aad: Uint8Array;
  /** The last round whose texts are among them. */
  readonly quarter: Quarter;
};

/** What the last mix left; null before the first. */
export async function waitingTexts(): Promise<WaitingTexts | null> {
  const row = await db("mixer").sealed.findFirst({ where: { kind: TEXTS } });
  const round = row && isQuarter(row.quarter) ? await findRound(row.quarter) : null;
  if (!row || !round) return null;
  const aad = blobAad(TEXTS, round.manifestHash);
  return { round, blob: row.blob, aad, quarter: shiftQuarter(round.quarter, -1) };
}

/** Why the waiting texts cannot be opened now; null when they can. */
export type NotNow = "nothing-waits" | "not-now" | "opened-before" | "coding-open";

/**
 * Texts are opened between rounds: after a mix, and before the round that they wait for stops receiving, since its
 * peel and count carry them along. Once after each mix, and one coding at a time.
 */
export function notNow(waits: WaitingTexts | null, codings: readonly Coding[]): NotNow | null {
  if (!waits) return "nothing-waits";
  if (codings.some(({ state }) => state === "open")) return "coding-open";
  if (codings.some(({ quarter }) => quarter === waits.quarter)) return "opened-before";
  return ["planned", "issuing", "grace"].includes(waits.round.state) ? null : "not-now";
}

/** The texts that wait, if they may be opened now. Throws `CodingRefused`. */
export async function textsToOpen(): Promise<WaitingTexts> {
  const waits = await waitingTexts();
  const why = notNow(waits, await allCodings());
  if (why !== null || !waits) throw new CodingRefused(why ?? "nothing-waits");
  return waits;
}
