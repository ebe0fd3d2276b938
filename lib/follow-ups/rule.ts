import { type Action, isOpen } from "@/lib/actions/action";
import { type Day, shiftDay } from "@/lib/quarters/quarter";

/** Days ahead of a follow-up that its mail goes. */
const AHEAD_DAYS = 7;

/** `ahead`: the day is near. `overdue`: it has passed, and the action stands open with the same day. */
export type FollowUpKind = "ahead" | "overdue";

/** A mail about a follow-up; each kind goes once for each day that was set. */
export type FollowUp = {
  readonly actionId: string;
  readonly due: Day;
  readonly kind: FollowUpKind;
};

/** The mail that an action asks for on a day; null when it is done, far off, or has been mailed about. */
export function followUpOf(
  action: Pick<Action, "id" | "due" | "state">,
  gone: readonly FollowUp[],
  today: Day,
): FollowUp | null {
  const { id, due } = action;
  if (!isOpen(action) || shiftDay(due, -AHEAD_DAYS) > today) return null;
  const kind: FollowUpKind = due < today ? "overdue" : "ahead";
  const went = gone.some((one) => one.actionId === id && one.due === due && one.kind === kind);
  return went ? null : { actionId: id, due, kind };
}
