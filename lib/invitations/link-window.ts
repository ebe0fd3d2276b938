import { type Day, shiftDay } from "@/lib/quarters/quarter";

/** Days on which a link opens the survey, both included. */
export type LinkWindow = { readonly from: Day; readonly to: Day };

/** Days before the last day on which a link begins to work, and its mail goes. */
export const OPENS_BEFORE = 14;

/** Days after the last day on which a link still works. */
export const CLOSES_AFTER = 60;

/** A link works from 14 days before the last day to 60 days after it. */
export function linkWindow(lastDay: Day): LinkWindow {
  return { from: shiftDay(lastDay, -OPENS_BEFORE), to: shiftDay(lastDay, CLOSES_AFTER) };
}
