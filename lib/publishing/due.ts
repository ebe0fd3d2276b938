import type { Day, Quarter } from "@/lib/quarters/quarter";

/** Why a report did not go out by itself on its day; each has its sentence. */
export const PUBLISH_TROUBLES = [
  "no-turnover",
  "note-missing",
  "not-mixed",
  "no-such-round",
  "issuer-away",
  "leak",
  "unexpected",
] as const;
export type PublishTrouble = (typeof PUBLISH_TROUBLES)[number];

/** A failed try; `at`: when it was made. */
export type PublishFailure = {
  readonly quarter: Quarter;
  readonly at: Date;
  readonly reason: PublishTrouble;
};

type Planned = { readonly quarter: Quarter; readonly manifest: { readonly publishes: Day } };

/** The clock as a report's day asks for it: the day and the full hour in Sweden. */
export type Clock = { readonly today: Day; readonly hour: number };

/** The full hour in Sweden from which reports go out on their day. */
type FromHour = { readonly from: number };

/** How long it rests after a failed try. */
const REST_MS = 10 * 60_000;

/** The quarters, oldest first, whose day and hour have come and whose report is not out. */
export function dueReports(
  rounds: readonly Planned[],
  out: ReadonlySet<Quarter>,
  { today, hour, from }: Clock & FromHour,
): readonly Quarter[] {
  return rounds
    .filter(({ quarter }) => !out.has(quarter))
    .filter(({ manifest: { publishes } }) => {
      return publishes < today || (publishes === today && hour >= from);
    })
    .map(({ quarter }) => quarter);
}

/** Whether a failed try was made so lately that the next one waits. */
export function isResting(failure: PublishFailure | undefined, now: Date): boolean {
  return failure !== undefined && now.getTime() - failure.at.getTime() < REST_MS;
}
