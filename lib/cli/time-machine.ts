import { commandLineActor } from "@/lib/auth/command-line";
import { moveDemonstrationClock } from "@/lib/cli/demonstration-clock";
import { seededOn } from "@/lib/cli/demonstration-settings";
import { dataDirectory } from "@/lib/cli/installation";
import {
  journey,
  nextStop,
  noteJourney,
  type TimeMachine,
  type Until,
  type Work,
} from "@/lib/cli/journey";
import { DEMO_SECRETS } from "@/lib/cli/seed/passphrases";
import {
  answersArrive,
  departuresCome,
  headcountComes,
  planAhead,
  sendDueMails,
  talksChosen,
} from "@/lib/cli/seed/quarter-ahead";
import { readCommentsAhead } from "@/lib/cli/seed/texts";
import { closeIssuing, closeReceiving, mixInOneProcess } from "@/lib/closing/mutations";
import type { Happening } from "@/lib/demo/happening";
import { failureName, log } from "@/lib/log";
import { publishReport } from "@/lib/publishing/mutations";
import { type Day, lastDayOf, type Quarter, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { publishedQuarters } from "@/lib/reports/data";
import { findRound } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";

type Tell = (work: Work) => void;

const operator = () => commandLineActor("operator", "demonstration");

/** 72 hours, as the signed terms say: the demonstration's seconds are for whoever waits at the console. */
const GRACE_SECONDS = 72 * 3600;

const MINUTE = 60_000;

/** Noon in Sweden or an hour past it, so that the day is the same wherever one counts. */
const noonOf = (day: Day) => new Date(`${day}T11:00:00Z`);

/** Some hours after midnight in Sweden. */
const earlyOn = (day: Day) => new Date(`${day}T03:00:00Z`);

/** The quarter that was open when the demonstration was filled: what later ones are told from. */
const filledIn = (): Quarter => quarterOf(seededOn(dataDirectory()));

async function roundOf(quarter: Quarter): Promise<RoundRecord> {
  const round = await findRound(quarter);
  if (!round) throw new Error("A quarter that was there is gone.");
  return round;
}

/** The open quarter runs to its end: people leave, are invited and answer. Then it closes, and the next one opens. */
async function close({ quarter, day }: Happening, tell: Tell): Promise<void> {
  const round = await roundOf(quarter);
  moveDemonstrationClock(noonOf(lastDayOf(quarter)));
  tell("departures");
  await departuresCome(filledIn(), round);
  tell("answers");
  await answersArrive(filledIn(), round);
  tell("close");
  await planAhead(quarter);
  moveDemonstrationClock(noonOf(day));
  await closeIssuing(operator(), quarter, GRACE_SECONDS, new Date());
  tell("mails");
  const next = await roundOf(shiftQuarter(quarter, 1));
  await departuresCome(filledIn(), next);
  tell("talks");
  await talksChosen(next);
}

/** Receiving stops, and both custodians mix. */
async function count({ quarter, day }: Happening, tell: Tell): Promise<void> {
  const { receivingStops, state } = await roundOf(quarter);
  const stops = (receivingStops ?? noonOf(day)).getTime();
  moveDemonstrationClock(new Date(stops + MINUTE));
  tell("mails");
  await sendDueMails();
  tell("receiving");
  if (state === "grace") await closeReceiving(operator(), quarter, new Date());
  tell("mix");
  await planAhead(quarter);
  await mixInOneProcess(operator(), quarter, DEMO_SECRETS, () => undefined, new Date());
  tell("comments");
  await readCommentsAhead(DEMO_SECRETS, new Date());
}

/** The quarter after goes on until the day of the report, which goes out. */
async function report({ quarter, day }: Happening, tell: Tell): Promise<void> {
  // Before the hour at which reports go out by themselves: this one's headcounts come first.
  moveDemonstrationClock(earlyOn(day));
  tell("mails");
  await sendDueMails();
  const next = await roundOf(shiftQuarter(quarter, 1));
  tell("answers");
  if (next.state === "issuing") await answersArrive(filledIn(), next);
  tell("talks");
  await talksChosen(next);
  tell("headcount");
  await headcountComes(filledIn(), await roundOf(quarter));
  tell("publish");
  moveDemonstrationClock(noonOf(day));
  if ((await publishedQuarters(operator())).has(quarter)) return;
  await publishReport(operator(), quarter, new Date());
}

const WORK = { close, count, report } as const;

/** A quarter has three things that happen; whatever state a visitor left it in, a report is not further away. */
const MOST = 6;

/**
 * Moves the demonstration's calendar forward and does the work of the time that passes, on the same functions as
 * the pages and commands. Interrupted, it goes on where it was: what is left is read from the quarters themselves.
 */
async function moveOn(until: Until): Promise<void> {
  for (let n = 0; n < MOST; n += 1) {
    const happening = await nextStop();
    if (!happening) return;
    await WORK[happening.kind](happening, (work) => noteJourney({ now: { work, happening } }));
    noteJourney({ done: [...(journey()?.done ?? []), happening] });
    if (until === "next" || happening.kind === "report") return;
  }
}

/** Sets off, and lets it go on after the request. Of two who press at once one sets off; false for the other. */
export const timeMachine: TimeMachine = (until) => {
  if (journey()?.state === "moving") return false;
  noteJourney({ state: "moving", now: null, done: [] });
  moveOn(until).then(
    () => noteJourney({ state: "still", now: null }),
    (cause: unknown) => {
      // The name only: a database's message may quote a row.
      log("work-failed", { work: "time machine", failure: failureName(cause) });
      noteJourney({ state: "failed", now: null });
    },
  );
  return true;
};
