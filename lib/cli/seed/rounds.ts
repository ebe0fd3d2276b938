import { commandLineActor } from "@/lib/auth/command-line";
import { planNextQuarter } from "@/lib/cli/plan-quarter";
import { answerAll } from "@/lib/cli/seed/answers";
import { DEMO_PASSPHRASES } from "@/lib/cli/seed/passphrases";
import {
  closeIssuing,
  closeReceiving,
  mixInOneProcess,
  openQuarter,
} from "@/lib/closing/mutations";
import type { DemoAnswer, DemoRegion } from "@/lib/demo/region";
import { createCustodianKeys } from "@/lib/keys/create";
import { keyDirectory } from "@/lib/keys/directory";
import type { Secret } from "@/lib/keys/unlock";
import {
  firstDayOf,
  lastDayOf,
  type Quarter,
  shiftDay,
  shiftQuarter,
} from "@/lib/quarters/quarter";
import { findRound } from "@/lib/rounds/data";

const operator = () => commandLineActor("operator", "demonstration");
const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

/** Rounds that are planned beyond the open one, so that the visitor can close two quarters in a row. */
const PLANNED_AHEAD = 2;
/** Custodians' keys reach further, so that a visitor can go on for a year and a half. */
const KEYS_AHEAD = 6;

/** What both custodians open their keys with. */
export type Secrets = readonly [Secret, Secret];

/**
 * The ceremony of the demonstration: both custodians' keys for the quarters it plays, and for those ahead. The sheets
 * that it returns open the same keys as the passphrases, which would be stretched for half a second each of 60 times.
 */
export async function demoCeremony(closed: readonly Quarter[], open: Quarter): Promise<Secrets> {
  const ahead = Array.from({ length: KEYS_AHEAD + 1 }, (_, i) => shiftQuarter(open, i));
  const quarters = [...closed, ...ahead];
  const dir = keyDirectory();
  const [one, two] = DEMO_PASSPHRASES;
  const first = await createCustodianKeys({ dir, custodian: 1, quarters, passphrase: one });
  const second = await createCustodianKeys({ dir, custodian: 2, quarters, passphrase: two });
  return [{ recoveryCode: first.recoveryCode }, { recoveryCode: second.recoveryCode }];
}

/** Who plays: the link that each answer is given by, and both custodians. */
type Players = {
  readonly tokenFor: (one: DemoAnswer) => Uint8Array<ArrayBuffer>;
  readonly secrets: Secrets;
};

async function playQuarter(
  region: DemoRegion,
  quarter: Quarter,
  { tokenFor, secrets }: Players,
): Promise<void> {
  const end = atNoon(lastDayOf(quarter));
  await planNextQuarter(operator(), shiftQuarter(quarter, 1), secrets, end);
  const round = await findRound(quarter);
  if (!round) return;
  await answerAll(round, region.answersFor(quarter), tokenFor);
  const after = atNoon(shiftDay(lastDayOf(quarter), 1));
  await closeIssuing(operator(), quarter, 0, after);
  await closeReceiving(operator(), quarter, after);
  await mixInOneProcess(operator(), quarter, secrets, () => undefined, after);
}

/**
 * Plays the closed quarters through the real protocol, with links made for the occasion; afterwards
 * the open one is open and the next are planned (`now`: no day of the log lies ahead of it).
 */
export async function playClosedQuarters(
  region: DemoRegion,
  players: Players,
  afterEach: (quarter: Quarter) => Promise<void>,
  now: Date,
): Promise<void> {
  const [first] = region.closedQuarters;
  if (!first) return;
  const plan = (quarter: Quarter, at: Date) =>
    planNextQuarter(operator(), quarter, players.secrets, at);
  await plan(first, atNoon(firstDayOf(first)));
  await openQuarter(operator(), first, atNoon(firstDayOf(first)));
  for (const quarter of region.closedQuarters) {
    await playQuarter(region, quarter, players);
    await afterEach(quarter);
  }
  for (let ahead = 1; ahead <= PLANNED_AHEAD; ahead += 1) {
    await plan(shiftQuarter(region.openQuarter, ahead), now);
  }
}
