import { type Answers, found, type ReadEntry, textProblem } from "@/lib/entries/answers";
import { type Day, type Quarter, shiftDay } from "@/lib/quarters/quarter";
import type { HrComment } from "@/lib/reports/snapshot";

export const COMMENT_FIELDS = ["text", "who"] as const;
export type CommentField = (typeof COMMENT_FIELDS)[number];

/** What HR writes beside a report: signature and day are added by whoever keeps it. */
export type CommentEntry = { readonly text: string; readonly who: string };

/** A comment as somebody signed it: the first version is 1, a change is one more. An empty text takes it back. */
export type CommentVersion = CommentEntry & {
  readonly quarter: string;
  readonly version: number;
  /** The account that signed. */
  readonly signedBy: string;
  readonly signedOn: Day;
};

/** Longest texts, in characters. */
export const MOST_COMMENT = { text: 2000, who: 80 } as const;

/** How long before its day HR sees a report's draft. */
export const DRAFT_DAYS = 7;

/** The comment in a form, or what is wrong with each field. An empty text is a comment that is taken back. */
export function readComment(given: Answers<CommentField>): ReadEntry<CommentEntry, CommentField> {
  const { text, who } = given;
  const problems = found({
    text: text === "" ? null : textProblem(text, MOST_COMMENT.text),
    who: textProblem(who, MOST_COMMENT.who),
  });
  return Object.keys(problems).length > 0 ? { problems } : { entry: { text, who } };
}

/** What is printed of the last version; null when there is none, or it was taken back. */
export function printed(last: CommentVersion | undefined): HrComment | null {
  if (last === undefined || last.text === "") return null;
  return { who: last.who, writtenOn: last.signedOn, text: last.text };
}

/** When HR sees the draft and may comment: from a week before the report's day until it is out. */
export const draftFrom = (publishes: Day): Day => shiftDay(publishes, -DRAFT_DAYS);

type Round = {
  readonly quarter: Quarter;
  readonly publishes: Day;
  /** Its answers are mixed, or never will be. */
  readonly done: boolean;
  readonly out: boolean;
};

/** A report that HR may comment now, or the next that it will be able to. */
export type Commentable = Round & { readonly open: boolean };

/**
 * The report that HR's page is about: the oldest that is not out. `early`: what is done may be commented before
 * its week begins, as in the demonstration, where quarters end early. Null when every planned report is out.
 */
export function commentable(
  rounds: readonly Round[],
  today: Day,
  early: boolean,
): Commentable | null {
  const next = rounds.find(({ out }) => !out);
  if (next === undefined) return null;
  return { ...next, open: draftFrom(next.publishes) <= today || (early && next.done) };
}
