import { MAX_THEMES } from "@/lib/disclosure/theme-table";
import type { NameFilter } from "@/lib/guard/bloom";
import { findIdentities } from "@/lib/guard/guard";
import { MAX_PARAPHRASE, SAME_WORDS } from "@/lib/redaction/limits";
import { sharedRun } from "@/lib/redaction/shared-run";
import { isTheme, NOTHING } from "@/lib/themes/code-book";

/** A reader's work as it was typed. `none`: there shall be no paraphrase. */
export type Draft = {
  readonly codes: readonly string[];
  readonly paraphrase: string;
  readonly none: boolean;
};

export type DraftProblem =
  | "no-theme"
  | "too-many"
  | "nothing-alone"
  | "no-paraphrase"
  | "both"
  | "too-long";

function themeProblem(codes: readonly string[]): DraftProblem | null {
  if (codes.length === 0 || !codes.every(isTheme)) return "no-theme";
  if (codes.length > MAX_THEMES) return "too-many";
  return codes.includes(NOTHING) && codes.length > 1 ? "nothing-alone" : null;
}

function paraphraseProblem({ paraphrase, none }: Draft): DraftProblem | null {
  const written = paraphrase.trim();
  if (written === "" && !none) return "no-paraphrase";
  if (written !== "" && none) return "both";
  return written.length > MAX_PARAPHRASE ? "too-long" : null;
}

/** Why a draft cannot be saved: every problem at once; an empty list is permission. */
export function draftProblems(draft: Draft): readonly DraftProblem[] {
  const problems = [themeProblem(draft.codes), paraphraseProblem(draft)];
  return problems.filter((problem) => problem !== null);
}

/** What a reader should look at once more: passages of the paraphrase, as they stand in it. */
export type DraftWarnings = {
  /** Passages that may say who somebody is. */
  readonly identities: readonly string[];
  /** Words in a row that stand in the comment as well; null when there are only few. */
  readonly repeated: string | null;
};

/** Looks a paraphrase over beside what was written. */
export function draftWarnings(
  paraphrase: string,
  written: readonly string[],
  names: NameFilter,
): DraftWarnings {
  const identities = findIdentities(paraphrase, names).map(({ from, to }) =>
    paraphrase.slice(from, to),
  );
  const runs = written.map((text) => sharedRun(paraphrase, text));
  const longest = runs.reduce((a, b) => (b.length > a.length ? b : a), []);
  return { identities, repeated: longest.length > SAME_WORDS ? longest.join(" ") : null };
}

/** Whether there is anything to look at. */
export const isWarned = ({ identities, repeated }: DraftWarnings): boolean =>
  identities.length > 0 || repeated !== null;
