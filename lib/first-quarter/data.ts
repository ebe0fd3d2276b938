import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { readyAhead, roundsAhead } from "@/lib/ceremony/ahead";
import { knownKeys } from "@/lib/ceremony/data";
import { db } from "@/lib/db/clients";
import { isNamed } from "@/lib/env";
import type { HrFacts, OperatorFacts } from "@/lib/first-quarter/steps";
import { OtherPartyAway } from "@/lib/parties/away";
import { regionTree } from "@/lib/parties/data";
import { dayAt } from "@/lib/quarters/today";
import { allRounds } from "@/lib/rounds/data";
import type { RoundRecord } from "@/lib/rounds/record";
import { isDone } from "@/lib/rounds/state";

const isOver = (rounds: readonly RoundRecord[]) => rounds.some(({ state }) => isDone(state));
const hasOpened = (rounds: readonly RoundRecord[]) =>
  rounds.some(({ state }) => state !== "planned");

/** An invitation that HR or the operator need do nothing about any more. */
const ON_THEIR_WAY = ["sent", "letter"];

/** Once the guide is gone nothing is asked for it. */
const ALL_DONE: HrFacts = {
  ...{ region: true, units: true, headcount: true, departures: true, confirmed: true },
  ...{ policy: true, programme: true, opened: true, invited: true, over: true },
};

/** What HR's own tables and the public rounds tell of a new installation. */
export async function hrFacts(_actor: HrActor): Promise<HrFacts> {
  const rounds = await allRounds();
  if (isOver(rounds)) return ALL_DONE;
  const region = isNamed();
  const identity = db("identity");
  const is = async (row: Promise<object | null>) => (await row) !== null;
  const [units, headcount, departures, confirmed, policy, programme, invited] = await Promise.all([
    is(identity.unit.findFirst({ select: { code: true } })),
    is(identity.headcount.findFirst({ select: { unitCode: true } })),
    is(identity.departure.findFirst({ select: { id: true } })),
    is(
      identity.confirmation.findFirst({
        where: { decision: "confirmed" },
        select: { importId: true },
      }),
    ),
    is(identity.policy.findFirst({ select: { number: true } })),
    is(identity.programmeDecision.findFirst({ select: { number: true } })),
    is(
      identity.invitation.findFirst({
        where: { state: { in: ON_THEIR_WAY } },
        select: { id: true },
      }),
    ),
  ]);
  const opened = hasOpened(rounds);
  // A round that opened without a decision asks by the motion's own numbers, and invites everybody: that is settled.
  const decided = { policy: policy || opened, programme: programme || opened };
  return {
    region,
    units,
    headcount,
    departures,
    confirmed,
    invited,
    ...decided,
    opened,
    over: false,
  };
}

/** Whether HR has brought in units; false while the issuer cannot be asked. */
async function unitsKnown(month: string): Promise<boolean> {
  try {
    return Object.keys((await regionTree(month, "")).unitNames).length > 0;
  } catch (cause) {
    if (cause instanceof OtherPartyAway) return false;
    throw cause;
  }
}

/** What the external party's tables and key files tell. */
export async function operatorFacts(actor: OperatorActor, now: Date): Promise<OperatorFacts> {
  const rounds = await allRounds();
  const over = isOver(rounds);
  const planned = rounds.length > 0;
  const opened = hasOpened(rounds);
  const next = rounds.length > 1;
  const closed = rounds.some(({ state }) => state === "closed") || over;
  const later = { region: isNamed(), planned, opened, next, closed, over };
  if (planned) return { keys: true, units: true, questionnaire: true, ...later };
  const chosen = await db("operator").logEntry.findFirst({
    where: { kind: { in: ["questionnaire-chosen", "questionnaire-imported"] } },
    select: { seq: true },
  });
  const keys = readyAhead(roundsAhead(await knownKeys(actor, now))) > 0;
  const units = await unitsKnown(dayAt(now).slice(0, 7));
  return { keys, units, questionnaire: chosen !== null, ...later };
}
