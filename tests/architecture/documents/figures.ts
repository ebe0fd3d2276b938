import { ROUNDS_AHEAD } from "@/lib/ceremony/ahead";
import { EXPIRES_AFTER_DAYS } from "@/lib/changes/change";
import { FIRST_TERMS, LEAST_K as LOWEST_K } from "@/lib/changes/terms";
import { DRAFT_DAYS } from "@/lib/comments/comment";
import {
  CELL_MIN,
  ITEM_MIN,
  MAX_QUARTERS,
  RARE_MIN,
  ROUNDING,
  TEXT_MIN,
  TEXT_QUARTERS,
} from "@/lib/disclosure/limits";
import { KEPT } from "@/lib/disposal/disposal";
import { AHEAD_DAYS, JUMP_DAYS } from "@/lib/disposal-clock/rule";
import { DRAFT_MINUTES } from "@/lib/drafts/data";
import { readSettings } from "@/lib/env";
import { UNDO_DAYS } from "@/lib/imported/undo";
import { MAX_BYTES } from "@/lib/imports/decode";
import { linkWindow } from "@/lib/invitations/link-window";
import { MIX_MINIMUM } from "@/lib/mixing/carried";
import { nextReminder } from "@/lib/reminders/rule";
import { calendarOf } from "@/lib/rounds/calendar";
import { IDLE_MINUTES, LINK_MINUTES, SESSION_HOURS } from "@/lib/sign-in/rule";
import { LEAST_ANSWERS } from "@/lib/signals/signal";
import { UNCONFIRMED_DAYS } from "@/lib/subscriptions/rule";
import { definitionOf } from "@/lib/turnover/definition";
import { PLANNING_RESPONSE_RATE } from "@/lib/turnover/forecast";
import { MOTION_POLICY } from "@/lib/turnover/policy";

const DAY_MS = 24 * 3_600_000;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

const LAST_DAY = "2026-06-30";
const link = linkWindow(LAST_DAY);
const round = calendarOf("2026-Q2");

/** When reminders fall for somebody who was invited long before the last day. */
function reminderDays(): { readonly afterMail: number; readonly afterLeaving: number } {
  const asked = { invitedOn: link.from, lastDay: LAST_DAY, window: link, wish: "usual" } as const;
  const first = nextReminder({ ...asked, remindedOn: [] }) ?? "";
  const second = nextReminder({ ...asked, remindedOn: [first] }) ?? "";
  return {
    afterMail: daysBetween(asked.invitedOn, first),
    afterLeaving: daysBetween(LAST_DAY, second),
  };
}

/** The figures that documents name: a document writes `60 dagar<!-- = LINK_DAYS_AFTER -->`. */
export const FIGURES: Readonly<Record<string, number>> = {
  ACCESS_MONTHS: KEPT.accessMonths,
  ATOM_ITEM_MIN: ITEM_MIN,
  CELL_MIN,
  CHANGE_DAYS: EXPIRES_AFTER_DAYS,
  DRAFT_DAYS,
  DRAFT_MINUTES,
  FLOOR_K: LOWEST_K,
  GRACE_HOURS: readSettings({}).SORTI_GRACE_SECONDS / 3600,
  IDLE_MINUTES,
  INSIDERS: FIRST_TERMS.c,
  IMPORT_MEGABYTES: MAX_BYTES / 1024 / 1024,
  LEAST_K: FIRST_TERMS.k,
  LINK_MINUTES,
  LINK_DAYS_AFTER: daysBetween(LAST_DAY, link.to),
  LINK_DAYS_BEFORE: daysBetween(link.from, LAST_DAY),
  MAX_QUARTERS,
  MIX_MINIMUM,
  PLANNING_PERCENT: PLANNING_RESPONSE_RATE * 100,
  POLICY_PERCENT: MOTION_POLICY.threshold * 100,
  POLICY_YEARS: MOTION_POLICY.years,
  PSEUDONYM_YEARS: KEPT.pseudonymYears,
  PUBLISHED_AFTER_DAYS: daysBetween(round.issuingStops, round.publishes),
  RARE_MIN,
  REMINDER_AFTER_LEAVING: reminderDays().afterLeaving,
  REMINDER_AFTER_MAIL: reminderDays().afterMail,
  REFUSED_DAYS: KEPT.refusedDays,
  JUMP_DAYS,
  AHEAD_DAYS,
  ROUNDING,
  ROUNDS_AHEAD,
  SESSION_HOURS,
  SIGNAL_MIN: LEAST_ANSWERS,
  SMALLEST_MEAN: definitionOf(MOTION_POLICY.definition).smallestMean,
  TALK_YEARS: KEPT.talkYears,
  TEXT_MIN,
  TEXT_QUARTERS,
  UNCONFIRMED_DAYS,
  UNDO_DAYS,
};
