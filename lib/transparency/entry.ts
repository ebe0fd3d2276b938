import type { Day } from "@/lib/quarters/quarter";
import { canonicalJson } from "@/lib/sealing/canonical";

/** What the public log records. Each kind has its sentence on the page, in both languages. */
export const LOG_KINDS = [
  "questionnaire-imported",
  "questionnaire-chosen",
  "round-planned",
  "round-opened",
  "issuing-stopped",
  "receiving-stopped",
  "key-created",
  "key-drill",
  "key-destroyed",
  "mixed",
  "carried-over",
  "answers-left-sealed",
  "answers-given-up",
  "answers-discarded",
  "report-published",
  "import-confirmed",
  "rule-decided",
  "programme-decided",
  "texts-opened",
  "redacted",
  "texts-given-up",
  "self-attack",
  "change-proposed",
  "change-made",
  "change-confirmed",
  "change-refused",
  "change-withdrawn",
  "change-expired",
] as const;
export type LogKind = (typeof LOG_KINDS)[number];

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

/** The text that an entry's hash is over: its canonical JSON without the hash itself. */
export function hashedText({ seq, day, kind, content, previous }: Omit<Entry, "hash">): string {
  return canonicalJson({ seq, day, kind, content, previous });
}
