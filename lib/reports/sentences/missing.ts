import type { ReportSnapshot } from "@/lib/reports/snapshot";
import type { Words } from "./words";

/** That the quarter's own answers are not in the report, and why; empty when they are. */
export function missingSentence({ answersMissing }: ReportSnapshot, { say }: Words): string {
  return answersMissing === undefined ? "" : say(`missing.${answersMissing}`);
}
