import { commandLineActor } from "@/lib/auth/command-line";
import { hasDemonstrationClock } from "@/lib/cli/demonstration-clock";
import { type Happening, nextHappening } from "@/lib/demo/happening";
import { dayAt } from "@/lib/quarters/today";
import { publishedQuarters } from "@/lib/reports/data";
import { allRounds } from "@/lib/rounds/data";

/** What is going on while the calendar moves, one after the other. */
export type Work =
  | "departures"
  | "answers"
  | "close"
  | "mails"
  | "receiving"
  | "mix"
  | "headcount"
  | "publish";

/** How far the demonstration has come since somebody last moved it. */
export type Journey = {
  readonly state: "still" | "moving" | "failed";
  /** While it moves: what is going on. */
  readonly now: { readonly work: Work; readonly happening: Happening } | null;
  readonly done: readonly Happening[];
};

// Next evaluates a module once per bundle; there is one journey in a process.
const kept = globalThis as typeof globalThis & { sortiJourney?: Journey };

const STILL: Journey = { state: "still", now: null, done: [] };

/** The journey at hand or the last one; null where there is no time machine. */
export const journey = (): Journey | null =>
  hasDemonstrationClock() ? (kept.sortiJourney ?? STILL) : null;

/** Notes how far it has come. */
export function noteJourney(change: Partial<Journey>): void {
  kept.sortiJourney = { ...(kept.sortiJourney ?? STILL), ...change };
}

/** What happens next; null where the calendar can bring nothing: no quarter is open. */
export async function nextStop(): Promise<Happening | null> {
  const rounds = (await allRounds()).map(({ quarter, state, manifest, receivingStops }) => {
    const { issuingStops, publishes } = manifest;
    return { quarter, state, issuingStops, publishes, receivingStops };
  });
  const published = await publishedQuarters(commandLineActor("operator", "demonstration"));
  return nextHappening(rounds, published, dayAt(new Date()));
}
