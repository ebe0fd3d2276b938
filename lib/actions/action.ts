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

/** Whether it is still to be carried out or followed up. */
export function isOpen(action: Pick<Action, "state">): boolean {
  return action.state !== "done";
}

/** Open ones first, the nearest follow-up first; done ones after, the latest first. */
export function inPlanOrder(actions: readonly Action[]): readonly Action[] {
  const byDue = (a: Action, b: Action) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id);
  return [
    ...actions.filter(isOpen).toSorted(byDue),
    ...actions.filter((action) => !isOpen(action)).toSorted((a, b) => byDue(b, a)),
  ];
}
