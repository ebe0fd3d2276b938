import type { DraftProblem, DraftWarnings } from "@/lib/redaction/draft";

/** Why a comment was not saved; each has its sentence. `asleep`: the key's half hour is over. */
export type SaveProblem = DraftProblem | "asleep" | "wrong-passphrase";

/** What saving came to, where it did not lead on to the next comment. Whatever was typed comes back. */
export type SaveReply = {
  /** How often it was tried: the fields are filled in anew each time. */
  readonly attempt: number;
  readonly problems: readonly SaveProblem[];
  readonly warnings: DraftWarnings | null;
  /** Says that the warnings were seen: good for this paraphrase only. */
  readonly sure: string;
  readonly codes: readonly string[];
  readonly paraphrase: string;
  readonly none: boolean;
};
