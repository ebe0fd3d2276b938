import { randomBytes } from "node:crypto";
import { noteAction } from "@/lib/actions/mutations";
import { commandLineActor } from "@/lib/auth/command-line";
import { seedDemoUsers } from "@/lib/auth/demo-accounts";
import { isSeeded, noteSeeded } from "@/lib/cli/demonstration-settings";
import { Refusal } from "@/lib/cli/refusal";
import { answerInvited } from "@/lib/cli/seed/answer-invited";
import { bringIn } from "@/lib/cli/seed/bring-in";
import { demoCeremony, playClosedQuarters, type Secrets } from "@/lib/cli/seed/rounds";
import { chooseTalks } from "@/lib/cli/seed/talks";
import { readComments } from "@/lib/cli/seed/texts";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { type DemoAnswer, type DemoRegion, demoRegion } from "@/lib/demo/region";
import { departureFiles } from "@/lib/demo/waiting";
import { noteExplanation } from "@/lib/explanations/mutations";
import { linkWindow } from "@/lib/invitations/link-window";
import { takeBackLinks } from "@/lib/links/mutations";
import { decide } from "@/lib/programme/mutations";
import { publishReport } from "@/lib/publishing/mutations";
import { type Quarter, quarterOf } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { calendarOf } from "@/lib/rounds/calendar";
import { allRounds, issuingRound } from "@/lib/rounds/data";

type Say = (line: string) => void;

const hr = () => commandLineActor("hr", "demonstration");
const operator = () => commandLineActor("operator", "demonstration");

async function noteContent({ content }: DemoRegion, today: string): Promise<void> {
  for (const one of content.explanations.filter((entry) => entry.notedOn <= today)) {
    await noteExplanation(hr(), one);
  }
  for (const one of content.actions.filter((entry) => entry.decidedOn <= today)) {
    await noteAction(hr(), one);
  }
}

/** Whom the region invites, as it decided step by step. None is about flagged centres alone. */
async function decideProgramme({ content }: DemoRegion): Promise<void> {
  for (const [after, { decidedOn, ...draft }] of content.decisions.entries()) {
    const taken = new Date(`${decidedOn}T12:00:00Z`);
    const said = await decide(hr(), { ...draft, after }, [], taken);
    if (said !== "decided") throw new Refusal(`A demonstration decision was refused: ${said}.`);
  }
}

/** Some of the open quarter's invited have answered already, by the links of their own invitations. */
async function answerOpenQuarter(region: DemoRegion, today: string): Promise<void> {
  const round = await issuingRound();
  if (round) await answerInvited(round, region.answersFor(region.openQuarter), today);
}

/**
 * Links of closed quarters, made up as they are needed. Whoever left so lately that one of them still works gets a
 * link of their own afterwards, so `working` is taken back: nobody has two.
 */
function linksForTheOccasion(today: string) {
  const working: Uint8Array<ArrayBuffer>[] = [];
  const tokenFor = ({ lastDay }: DemoAnswer) => {
    const token = new Uint8Array(randomBytes(32));
    if (linkWindow(lastDay).to >= today) working.push(token);
    return token;
  };
  return { working, tokenFor };
}

/** Comments have been read to the end once, some quarters ago, and are being read after the newest. */
const READ_BEFORE = 4;

/**
 * A past quarter's report goes out on its date, with HR's comment where there was one; what people wrote is read
 * before that.
 */
async function publishPast(
  region: DemoRegion,
  quarter: Quarter,
  secrets: Secrets,
  now: Date,
): Promise<void> {
  const { content, closedQuarters } = region;
  const publishes = new Date(`${calendarOf(quarter).publishes}T08:00:00Z`);
  const comment = content.comments.find((one) => one.quarter === quarter);
  const options = comment ? { comment } : {};
  // Of the newest the date may lie ahead yet: then it went out early, as the operator may let it.
  const at = publishes < now ? publishes : now;
  const before = closedQuarters.at(-READ_BEFORE);
  if (quarter === before || quarter === closedQuarters.at(-1)) {
    await readComments(secrets, quarter === before, at);
  }
  await publishReport(operator(), quarter, at, options);
}

/** Accounts and keys only: for a region of one's own. */
export async function seedNothing(directory: string): Promise<void> {
  if (isSeeded(directory)) return;
  await seedDemoUsers();
  const today = dayAt(new Date());
  await demoCeremony([], quarterOf(today));
  noteSeeded(directory, today);
}

/** Fills empty databases with the demonstration region; a filled one is left alone. */
export async function seedDemonstration(directory: string, say: Say): Promise<void> {
  if (isSeeded(directory)) return;
  if ((await allRounds()).length > 0) {
    throw new Refusal(
      "The database holds a demonstration that was not filled to the end. Empty both databases, then start again.",
    );
  }
  const now = new Date();
  const today = dayAt(now);
  const region = demoRegion(quarterOf(today), today);
  await seedDemoUsers();
  await bringIn("units", region.files.units);
  await bringIn("headcount", region.files.headcount);
  await bringIn("signals", region.files.signals);
  const files = departureFiles(region);
  const departures = await bringIn("departures", files.known);
  await noteContent(region, today);
  await decideProgramme(region);
  const secrets = await demoCeremony(region.closedQuarters, region.openQuarter);
  const total = region.closedQuarters.length;
  let played = 0;
  const links = linksForTheOccasion(today);
  const published = async (quarter: Quarter) => {
    await publishPast(region, quarter, secrets, now);
    played += 1;
    say(`Playing the past quarters through the real protocol: ${quarter} (${played} of ${total})`);
  };
  const players = { tokenFor: links.tokenFor, secrets };
  await playClosedQuarters(region, players, published, now);
  await takeBackLinks(hr(), links.working);
  await confirmInDemonstration(departures);
  say(
    "The demonstration confirmed its import by itself; elsewhere the auditor or custodian 2 does that.",
  );
  await bringIn("departures", files.waiting);
  say("The departures of the quarter's last month wait for the auditor: /auditor/imports.");
  await answerOpenQuarter(region, today);
  await chooseTalks(today);
  noteSeeded(directory, today);
}
