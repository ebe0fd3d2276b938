import type { Day } from "@/lib/quarters/quarter";

export const ACTION_STATES = ["planned", "ongoing", "done"] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** A measure in the form that systematic work-environment management asks for: what, who, when, control. */
export type Action = {
  readonly id: string;
  readonly unitCode: string;
  readonly what: string;
  readonly who: string;
  readonly decidedOn: Day;
  /** The day it is to be followed up. */
  readonly due: Day;
  /** How it is checked that it worked. */
  readonly control: string;
  readonly state: ActionState;
};

/** What HR's own pages know beside that. */
export type PlannedAction = Action & {
  /** What the control showed; empty until it has been made. */
  readonly result: string;
  /** The HR account that is mailed about the follow-up; null = nobody. */
  readonly reminds: string | null;
};

/** An action as somebody signed it: the first version is 1, a change is one more. */
export type ActionVersion = PlannedAction & {
  readonly version: number;
  /** The account that signed. */
  readonly signedBy: string;
  readonly signedOn: Day;
};

/** Whether it is still to be carried out or followed up. */
export function isOpen(action: Pick<Action, "state">): boolean {
  return action.state !== "done";
}

/** A state that nobody has written counts as not begun: it must not drop out of what needs doing. */
export function stateOf(text: string): ActionState {
  return ACTION_STATES.find((state) => state === text) ?? "planned";
}

/** Open ones first, the nearest follow-up first; done ones after, the latest first. */
export function inPlanOrder<A extends Action>(actions: readonly A[]): readonly A[] {
  const byDue = (a: A, b: A) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id);
  return [
    ...actions.filter(isOpen).toSorted(byDue),
    ...actions.filter((action) => !isOpen(action)).toSorted((a, b) => byDue(b, a)),
  ];
}
