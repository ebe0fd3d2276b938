import type { Day } from "@/lib/quarters/quarter";

/** Days on which a link opens the survey, both included. */
export type LinkWindow = { readonly from: Day; readonly to: Day };

const DAY = 86_400_000;

/** A link works from 14 days before the last day to 60 days after it. */
export function linkWindow(lastDay: Day): LinkWindow {
  return { from: shifted(lastDay, -14), to: shifted(lastDay, 60) };
}

function shifted(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
