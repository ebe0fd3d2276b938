import type { TableFault } from "@/lib/transparency/data";
import type { BrokenReason } from "@/lib/transparency/verify";

type Fault = BrokenReason | TableFault["reason"];

const FAULT: Record<Fault, string> = {
  sequence: "it is not the next number: an entry is missing or stands twice",
  previous: "it does not name the entry before it",
  hash: "its checksum is another: something in it was changed",
  content: "its content is not canonical JSON",
  "manifest-missing": "the manifest it names is not there",
  "manifest-changed": "the round's manifest is not the one that was logged",
  "manifest-refused": "the manifest is not signed by both custodians, or no page would take it",
  order: "this step cannot follow those before it",
  counts: "the round's numbers of issued, received and counted answers do not add up",
  limits:
    "its limits are not those in force, or were made weaker without a second person's confirmation",
  early:
    "the quarter ended before its last day was over, and the log does not tell that two people had agreed to it",
  "release-changed": "what was released is not what the tables hold now",
  "totals-changed": "the round's numbers are not those that its table holds now",
  "reading-changed": "the themes and paraphrases are not those that were released",
  "report-changed": "the report is not the one that was published",
};

/** One sentence for whoever checks a log. */
export function brokenSentence({ seq, reason }: { seq: number; reason: Fault }): string {
  return `The log breaks at entry ${seq}: ${FAULT[reason]}.`;
}
