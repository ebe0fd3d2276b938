import type { Day } from "@/lib/quarters/quarter";
import { type Action, type ActionVersion, isOpen } from "./action";

/** The days on which an action was signed as having come so far; null: it has not, or has gone back since. */
export type ActionSteps = {
  readonly notedOn: Day;
  readonly begunOn: Day | null;
  /** What the control showed was signed, or signed anew. */
  readonly followedUpOn: Day | null;
  readonly doneOn: Day | null;
};

/** An action as a report tells it: never what the control showed. */
export type ToldAction = Action & Partial<ActionSteps>;

type Version = Pick<ActionVersion, "version" | "state" | "result" | "signedOn">;

/** The steps of one action from all its versions, in any order. Throws when there is none. */
export function stepsOf(versions: readonly Version[]): ActionSteps {
  const inOrder = versions.toSorted((a, b) => a.version - b.version);
  const [first] = inOrder;
  if (first === undefined) throw new Error("An action without versions.");
  const sinceWhen = (holds: (version: Version) => boolean): Day | null => {
    const broken = inOrder.findLastIndex((version) => !holds(version));
    return inOrder[broken + 1]?.signedOn ?? null;
  };
  const reviewed = inOrder.findLast(
    ({ result }, i) => result !== "" && result !== (inOrder[i - 1]?.result ?? ""),
  );
  return {
    notedOn: first.signedOn,
    begunOn: sinceWhen(({ state }) => state !== "planned"),
    followedUpOn: reviewed?.signedOn ?? null,
    doneOn: sinceWhen((version) => !isOpen(version)),
  };
}
