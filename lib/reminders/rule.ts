import type { LinkWindow } from "@/lib/invitations/link-window";
import { type Day, shiftDay } from "@/lib/quarters/quarter";

/** What a person may choose. `after-leaving`: one reminder when the last day has passed, instead of what remains. */
export const WISHES = ["usual", "after-leaving", "stopped"] as const;
export type Wish = (typeof WISHES)[number];

/** All that the rule is told. Whether the person has answered is not among it, and cannot be. */
export type ReminderFacts = {
  /** The day the invitation's mail went, Europe/Stockholm. */
  readonly invitedOn: Day;
  readonly lastDay: Day;
  readonly window: LinkWindow;
  readonly wish: Wish;
  /** Days on which reminders went. */
  readonly remindedOn: readonly Day[];
};

const MOST = 2;
/** Days from the invitation to the first reminder. */
const AFTER_INVITATION = 10;
/** Days from the last day of work to the second, or to the only one that was asked for. */
const AFTER_LEAVING = 7;
/** Days between any two mails to the same person. */
const APART = 7;

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/**
 * The first day on which the next reminder may go, or null when none is left. The written rule: one ten days
 * after the invitation, one seven days after the last day of work, never more than two, never within seven
 * days of another mail, never when the link no longer opens.
 */
export function nextReminder(facts: ReminderFacts): Day | null {
  const { invitedOn, lastDay, window, wish, remindedOn } = facts;
  if (wish === "stopped" || remindedOn.length >= MOST) return null;
  const afterLeaving = shiftDay(lastDay, AFTER_LEAVING);
  const first = wish === "usual" && remindedOn.length === 0;
  if (wish === "after-leaving" && remindedOn.some((day) => day >= afterLeaving)) return null;
  const meant = first ? shiftDay(invitedOn, AFTER_INVITATION) : afterLeaving;
  const latestMail = remindedOn.reduce(later, invitedOn);
  const day = later(later(meant, shiftDay(latestMail, APART)), window.from);
  return day <= window.to ? day : null;
}

/** Whether a reminder is to go today. One that was missed goes on the first day that can. */
export function isReminderDue(facts: ReminderFacts, today: Day): boolean {
  const next = nextReminder(facts);
  return next !== null && next <= today && today <= facts.window.to;
}
