import type { ReportSnapshot } from "@/lib/reports/snapshot";
import { certainSentence } from "./certain";
import { changedSentence } from "./changed";
import { doneSentence } from "./done";
import { whereSentence } from "./where";
import { whySentence } from "./why";
import type { Words } from "./words";

export type LeadKey = "where" | "changed" | "why" | "done" | "certain";

const SENTENCES = {
  where: whereSentence,
  changed: changedSentence,
  why: whySentence,
  done: doneSentence,
  certain: certainSentence,
} as const satisfies Record<LeadKey, (snapshot: ReportSnapshot, words: Words) => string>;

/** The report's five sentences, in their order: where, what is new, why, what was done, how sure. */
export function leadOf(
  snapshot: ReportSnapshot,
  words: Words,
): readonly { readonly key: LeadKey; readonly sentence: string }[] {
  return (Object.keys(SENTENCES) as LeadKey[]).map((key) => ({
    key,
    sentence: SENTENCES[key](snapshot, words),
  }));
}
