import { commandLineActor } from "@/lib/auth/command-line";
import { departuresOffered, talkLines } from "@/lib/exit-talks/data";
import { chooseTalk, noteTalkHeld, offerTalk } from "@/lib/exit-talks/mutations";
import type { Choice } from "@/lib/exit-talks/talk";
import { departuresMailedBy } from "@/lib/invitations/data";
import type { Day } from "@/lib/quarters/quarter";

/** What those who choose say, in turn. Who gave no way to be reached has had the talk. */
const CHOICES: readonly Choice[] = [
  { state: "wished", holder: "hr", contact: "070-174 06 05, helst efter 16" },
  { state: "declined" },
  { state: "wished", holder: "manager", contact: "" },
  { state: "wished", holder: "managers-manager", contact: "070-174 06 12" },
  { state: "declined" },
  { state: "wished", holder: "hr", contact: "" },
];

/** One in so many of those who have their mail has chosen. */
const EVERY = 3;

/** Where a departure stands among all, the same each time it is asked. */
const placeOf = (departureId: string) => Number.parseInt(departureId.slice(0, 8), 16);

/**
 * The same of those who leave later: one in so many of whoever has not chosen. What somebody has chosen stays, so
 * that it can be repeated.
 */
export async function chooseTalksAhead(today: Day): Promise<void> {
  const hr = commandLineActor("hr", "demonstration");
  const offered = await departuresOffered(hr, await departuresMailedBy(hr, today));
  for (const departureId of offered.filter((id) => placeOf(id) % EVERY === 0)) {
    const choice = CHOICES[(placeOf(departureId) / EVERY) % CHOICES.length];
    if (choice) await chooseTalk(await offerTalk(departureId), choice);
  }
  await talksHeld(today);
}

/** Who wanted a talk and gave no way to be reached has had it. */
async function talksHeld(today: Day): Promise<void> {
  const hr = commandLineActor("hr", "demonstration");
  const lines = await talkLines(hr, today);
  const held = lines.filter(({ state, contact }) => state === "wished" && contact === null);
  for (const { id } of held) await noteTalkHeld(hr, id);
}

/** Some who leave the demonstration region have chosen whether they want an exit talk, and with whom. */
export async function chooseTalks(today: Day): Promise<void> {
  const hr = commandLineActor("hr", "demonstration");
  const mailed = await departuresMailedBy(hr, today);
  for (const [i, departureId] of mailed.filter((_, n) => n % EVERY === 0).entries()) {
    const choice = CHOICES[i % CHOICES.length];
    if (choice) await chooseTalk(await offerTalk(departureId), choice);
  }
  await talksHeld(today);
}
