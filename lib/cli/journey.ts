import { commandLineActor } from "@/lib/auth/command-line";
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
  | "comments"
  | "talks"
  | "headcount"
  | "publish";

/** How far the demonstration has come since somebody last moved it. */
export type Journey = {
  readonly state: "still" | "moving" | "failed";
  /** While it moves: what is going on. */
  readonly now: { readonly work: Work; readonly happening: Happening } | null;
  readonly done: readonly Happening[];
};

/** To what happens next, or to the next report: a quarter further on. */
export type Until = "next" | "report";

/** Sets off; false when it is under way. */
export type TimeMachine = (until: Until) => boolean;

// Next evaluates a module once per bundle; there is one journey in a process.
const kept = globalThis as typeof globalThis & {
  sortiJourney?: Journey;
  sortiTimeMachine?: TimeMachine;
};

/**
 * Gives this process the time machine. It is handed in by the command that starts the demonstration: the pages carry
 * nothing of it, and no other installation has it in memory.
 */
export function installTimeMachine(machine: TimeMachine): void {
  kept.sortiTimeMachine = machine;
}

/** Moves the calendar; false where there is no time machine, or somebody else is moving it. */
export const setOff: TimeMachine = (until) => kept.sortiTimeMachine?.(until) ?? false;

const STILL: Journey = { state: "still", now: null, done: [] };

/** The journey at hand or the last one; null where there is no time machine. */
export const journey = (): Journey | null =>
  kept.sortiTimeMachine ? (kept.sortiJourney ?? STILL) : null;

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
