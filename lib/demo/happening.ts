import { type Day, type Quarter, shiftDay } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { isDone, type RoundState } from "@/lib/rounds/state";

/** What happens next to the quarters: one stops giving out credentials, one is counted, a report goes out. */
export type Happening = {
  readonly kind: "close" | "count" | "report";
  readonly quarter: Quarter;
  /** When it happens; never before `today`. */
  readonly day: Day;
};

type Round = {
  readonly quarter: Quarter;
  readonly state: RoundState;
  readonly issuingStops: Day;
  readonly publishes: Day;
  readonly receivingStops: Date | null;
};

/**
 * The next thing that the calendar brings, in the order in which the operator works: what waits to be counted, then
 * a report that is not out, then the open quarter's last day. Null where no quarter is open.
 *
 * @param rounds oldest first
 */
export function nextHappening(
  rounds: readonly Round[],
  published: ReadonlySet<Quarter>,
  today: Day,
): Happening | null {
  const at = (kind: Happening["kind"], { quarter }: Round, day: Day): Happening => ({
    kind,
    quarter,
    day: day > today ? day : today,
  });
  const waiting = rounds.find(({ state }) => state === "grace" || state === "closed");
  if (waiting)
    return at("count", waiting, waiting.receivingStops ? dayAt(waiting.receivingStops) : today);
  const done = rounds.findLast(({ state }) => isDone(state));
  if (done && !published.has(done.quarter)) return at("report", done, done.publishes);
  const open = rounds.find(({ state }) => state === "issuing");
  return open ? at("close", open, shiftDay(open.issuingStops, 1)) : null;
}
