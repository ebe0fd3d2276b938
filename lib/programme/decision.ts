import { z } from "zod";
import { type Day, isQuarter, type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { type ProgrammeRule, SCOPES } from "./scope";

/** A decision as it is kept: the rule, why, and who took it when. */
export type Decision = ProgrammeRule & {
  readonly reason: string;
  /** Planned cost of an answer, whole kronor; null when none was given. */
  readonly cost: number | null;
  readonly decidedOn: Day;
  readonly decidedBy: string;
};

/** What is filled in; `after` is the last decision that whoever decides has seen (0: none). */
export type Draft = Pick<Decision, "fromQuarter" | "scope" | "reason" | "cost"> & {
  readonly after: number;
};

export type DraftField = "scope" | "from" | "reason" | "cost";

/** What was typed, so that nothing is lost when something must be changed. */
export type Typed = Readonly<Record<DraftField | "after", string>>;

export const LONGEST_REASON = 1000;

/** Dearer than this per answer is a slip of the pen. */
const MOST_COST = 100_000;

/** A decision can begin with the next quarter, and at most so many quarters ahead. */
const AHEAD = 12;

/** The quarters that a decision of a day may begin with: a quarter that has begun keeps its rule. */
export function openQuarters(today: Day): readonly Quarter[] {
  const next = shiftQuarter(quarterOf(today), 1);
  return Array.from({ length: AHEAD }, (_, i) => shiftQuarter(next, i));
}

const cost = z.coerce.number().int().min(0).max(MOST_COST);

/** Reads a filled-in decision; or which fields must be changed. */
export function readDraft(
  typed: Typed,
  today: Day,
): { readonly draft: Draft } | { readonly wrong: readonly DraftField[] } {
  const scope = SCOPES.find((one) => one === typed.scope);
  const from = openQuarters(today).find((one) => one === typed.from && isQuarter(one));
  const reason = typed.reason.trim();
  const price = readCost(typed.cost);
  const reasonFits = reason.length > 0 && reason.length <= LONGEST_REASON;
  if (scope === undefined || from === undefined || !reasonFits || price === undefined) {
    const wrong: DraftField[] = [];
    if (scope === undefined) wrong.push("scope");
    if (from === undefined) wrong.push("from");
    if (!reasonFits) wrong.push("reason");
    if (price === undefined) wrong.push("cost");
    return { wrong };
  }
  const after = Number(typed.after);
  return {
    draft: {
      ...{ scope, fromQuarter: from, reason, cost: price },
      after: Number.isInteger(after) ? after : 0,
    },
  };
}

/** Whole kronor, with or without spaces between thousands; null when nothing is given, undefined when it is no number. */
export function readCost(typed: string): number | null | undefined {
  const digits = typed.replace(/\s/g, "");
  if (digits === "") return null;
  return cost.safeParse(digits).data;
}

/** A decision as it is stored. */
type Kept = {
  readonly number: number;
  readonly fromQuarter: string;
  readonly scope: string;
  readonly reason: string;
  readonly cost: number | null;
};

/** Whether a kept decision is what the draft became: a form that was sent twice is one decision. */
function isSame(kept: Kept, draft: Draft): boolean {
  return (
    kept.number === draft.after + 1 &&
    kept.fromQuarter === draft.fromQuarter &&
    kept.scope === draft.scope &&
    kept.reason === draft.reason &&
    kept.cost === draft.cost
  );
}

/**
 * What becomes of a draft. `changed`: somebody else decided meanwhile. `begun`: the quarter has begun since.
 * `nobody`: no centre is flagged. `decided`: it stands already.
 */
export type Standing = "new" | "decided" | "changed" | "begun" | "nobody";

/** Whether a draft may be added after the last decision. */
export function standing(
  last: Kept | null,
  draft: Draft,
  flagged: readonly string[],
  today: Day,
): Standing {
  if ((last?.number ?? 0) !== draft.after) {
    return last !== null && isSame(last, draft) ? "decided" : "changed";
  }
  if (!openQuarters(today).includes(draft.fromQuarter)) return "begun";
  return draft.scope === "flagged-centres" && flagged.length === 0 ? "nobody" : "new";
}
