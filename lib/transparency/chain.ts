import { createHash } from "node:crypto";
import type { Day } from "@/lib/quarters/quarter";
import { canonicalJson } from "@/lib/sealing/canonical";

/** What the public log records. */
export type LogKind =
  | "round-planned"
  | "round-opened"
  | "issuing-stopped"
  | "receiving-stopped"
  | "key-destroyed"
  | "mixed"
  | "carried-over"
  | "answers-left-sealed"
  | "report-published"
  | "import-confirmed"
  | "self-attack";

export type Entry = {
  readonly seq: number;
  readonly day: Day;
  readonly kind: string;
  /** Canonical JSON. */
  readonly content: string;
  /** Hash of the entry before, hex; 64 zeros for the first. */
  readonly previous: string;
  readonly hash: string;
};

export const FIRST_PREVIOUS = "0".repeat(64);

/** SHA-256 over the entry's canonical JSON without its own hash, hex. */
export function entryHash(entry: Omit<Entry, "hash">): string {
  const { seq, day, kind, content, previous } = entry;
  return createHash("sha256")
    .update(canonicalJson({ seq, day, kind, content, previous }))
    .digest("hex");
}

/** The entry that follows `last` (null: the first). */
export function nextEntry(
  last: Pick<Entry, "seq" | "hash"> | null,
  day: Day,
  kind: LogKind,
  content: Readonly<Record<string, unknown>>,
): Entry {
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    day,
    kind,
    content: canonicalJson(content),
    previous: last?.hash ?? FIRST_PREVIOUS,
  };
  return { ...entry, hash: entryHash(entry) };
}

/** The first entry that does not follow from those before it; null when the chain holds. */
export function firstBroken(entries: readonly Entry[]): number | null {
  let last: Entry | null = null;
  for (const entry of entries) {
    const follows =
      entry.seq === (last?.seq ?? 0) + 1 && entry.previous === (last?.hash ?? FIRST_PREVIOUS);
    if (!follows || entryHash(entry) !== entry.hash) return entry.seq;
    last = entry;
  }
  return null;
}
