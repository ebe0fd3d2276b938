import { createHash } from "node:crypto";
import type { Day } from "@/lib/quarters/quarter";
import { canonicalJson } from "@/lib/sealing/canonical";
import { type Entry, FIRST_PREVIOUS, hashedText, type LogKind } from "./entry";

/** SHA-256 over the entry's canonical JSON without its own hash, hex. */
export function entryHash(entry: Omit<Entry, "hash">): string {
  return createHash("sha256").update(hashedText(entry)).digest("hex");
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
