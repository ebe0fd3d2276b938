import { manifestHash, openManifest } from "@/lib/rounds/check";
import type { Manifest } from "@/lib/rounds/manifest";
import { sha256, toHex, utf8 } from "@/lib/sealing/bytes";
import { afterEnding, type Endings } from "./early";
import { type Entry, FIRST_PREVIOUS, hashedText } from "./entry";
import { contentOf, type LogFile, type SignedRound } from "./log-file";
import { afterPromise, type Promised } from "./promised";
import { afterEntry, type Story } from "./story";

/**
 * Why a log is not believed. `sequence`: an entry is missing or stands twice. `previous`: it does not name the
 * one before. `hash`: something in it was changed. `content`: not canonical JSON. `manifest-missing`,
 * `manifest-changed`: the round's manifest is not there, or not the one that was logged. `manifest-refused`:
 * not signed by both custodians, or the page would refuse it. `order`: a step that cannot follow. `counts`:
 * the round's numbers do not add up. `limits`: a round has others than those in force, or they were made weaker by
 * one person. `early`: a round ended before its last day was over, and no two people had agreed to it.
 */
export const BROKEN_REASONS = [
  "sequence",
  "previous",
  "hash",
  "content",
  "manifest-missing",
  "manifest-changed",
  "manifest-refused",
  "order",
  "counts",
  "limits",
  "early",
] as const;
export type BrokenReason = (typeof BROKEN_REASONS)[number];

export type Verdict = {
  /** Entries that the log has. */
  readonly entries: number;
  /** Hash of the last entry, hex; null when there is none. */
  readonly head: string | null;
  /** Rounds whose manifest and signatures were checked. */
  readonly rounds: number;
  readonly broken: { readonly seq: number; readonly reason: BrokenReason } | null;
};

type Options = {
  /** Both custodians' long-term keys (uncompressed points, base64url), custodian 1 then 2. */
  readonly keys: readonly [string, string];
  /** Called after each entry; a promise is awaited, so that others get a turn. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
};

async function linkFault(entry: Entry, last: Entry | null): Promise<BrokenReason | null> {
  if (entry.seq !== (last?.seq ?? 0) + 1) return "sequence";
  if (entry.previous !== (last?.hash ?? FIRST_PREVIOUS)) return "previous";
  return toHex(await sha256(utf8(hashedText(entry)))) === entry.hash ? null : "hash";
}

/** A planned round's manifest, or why it is not there, not the one that was logged, or none that the page would take. */
async function plannedManifest(
  content: Readonly<Record<string, unknown>>,
  rounds: readonly SignedRound[],
  keys: readonly [string, string],
): Promise<Manifest | BrokenReason> {
  const round = rounds.find(({ quarter }) => quarter === content["quarter"]);
  if (!round) return "manifest-missing";
  if (toHex(await manifestHash(round.manifest)) !== content["manifestHash"]) {
    return "manifest-changed";
  }
  const { quarter, ...signed } = round;
  const opened = await openManifest(signed, keys).catch(() => null);
  return opened?.manifest.quarter === quarter ? opened.manifest : "manifest-refused";
}

type Told = { readonly story: Story; readonly promised: Promised; readonly endings: Endings };

/** What the log has told with one entry more, or why that cannot be. */
function afterTold(
  told: Told,
  entry: Entry,
  content: Readonly<Record<string, unknown>>,
): Told | "order" | "counts" | "limits" | "early" {
  const story = afterEntry(told.story, entry.kind, content);
  if (typeof story === "string") return story;
  const promised = afterPromise(told.promised, entry.kind, content);
  if (promised === "limits") return promised;
  const endings = afterEnding(told.endings, entry, content);
  return endings === "early" ? endings : { story, promised, endings };
}

/**
 * Checks a whole log and stops at the first entry that cannot be believed. The same code runs in the browser,
 * on the command line and on the server; none of them takes another's word.
 */
export async function verifyLog(
  { entries, rounds }: LogFile,
  { keys, onProgress }: Options,
): Promise<Verdict> {
  let [last, checked]: [Entry | null, number] = [null, 0];
  let told: Told = { story: {}, promised: {}, endings: {} };
  const verdict = (broken: Verdict["broken"]): Verdict => {
    return { entries: entries.length, head: entries.at(-1)?.hash ?? null, rounds: checked, broken };
  };
  for (const [place, entry] of entries.entries()) {
    const broken = (reason: BrokenReason) => verdict({ seq: entry.seq, reason });
    const link = await linkFault(entry, last);
    if (link !== null) return broken(link);
    let content = contentOf(entry);
    if (content === null) return broken("content");
    if (entry.kind === "round-planned") {
      const manifest = await plannedManifest(content, rounds, keys);
      if (typeof manifest === "string") return broken(manifest);
      // What was signed counts, not what the line says of it.
      const { limits, issuingStops } = manifest;
      content = { ...content, limits, issuingStops };
      checked += 1;
    }
    const next = afterTold(told, entry, content);
    if (typeof next === "string") return broken(next);
    [told, last] = [next, entry];
    await onProgress?.(place + 1, entries.length);
  }
  return verdict(null);
}

/** What somebody kept from an earlier visit or a mail, found again in the log; null when it is not there. */
export type Remembered =
  | { readonly kind: "entry"; readonly seq: number }
  | { readonly kind: "manifest"; readonly seq: number; readonly quarter: string };

/** Looks for a remembered hash: an entry's own, or that of a manifest as it stands in every mail. */
export function findRemembered(
  entries: readonly Pick<Entry, "seq" | "kind" | "content" | "hash">[],
  remembered: string,
): Remembered | null {
  const wanted = remembered.replaceAll(/\s/g, "").toLowerCase();
  for (const entry of entries) {
    if (entry.hash === wanted) return { kind: "entry", seq: entry.seq };
    if (entry.kind !== "round-planned") continue;
    const { manifestHash: hash, quarter } = contentOf(entry) ?? {};
    if (hash === wanted) return { kind: "manifest", seq: entry.seq, quarter: String(quarter) };
  }
  return null;
}
