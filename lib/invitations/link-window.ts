import { type Day, shiftDay } from "@/lib/quarters/quarter";

/** Days on which a link opens the survey, both included. */
export type LinkWindow = { readonly from: Day; readonly to: Day };

/** A link works from 14 days before the last day to 60 days after it. */
export function linkWindow(lastDay: Day): LinkWindow {
  return { from: shiftDay(lastDay, -14), to: shiftDay(lastDay, 60) };
}
