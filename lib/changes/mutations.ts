import type { Prisma } from "@/generated/collector/client";
import type { AuditorActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { dayAt } from "@/lib/quarters/today";
import { issuingRound } from "@/lib/rounds/data";
import { appendLog } from "@/lib/transparency/mutations";
import { changeOf, isWaiting, type Wanted } from "./change";
import { logContent } from "./log-content";
import {
  type Asked,
  type Decided,
  type Ending,
  judged,
  type OpenRound,
  type Refused,
  whyNotDecided,
} from "./proposal";

type Tx = Prisma.TransactionClient;

/** One at a time: what is in force and what waits is read and written under one lock. */
function oneAtATime<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db("operator").$transaction(async (tx) => {
    await lock(tx, "changes");
    return work(tx);
  });
}

async function openRound(): Promise<OpenRound | null> {
  const round = await issuingRound();
  return round && { quarter: round.quarter, issuingStops: round.manifest.issuingStops };
}

const oldestFirst = async (tx: Tx) =>
  (await tx.change.findMany({ orderBy: { number: "asc" } })).map(changeOf);

/** `made`: in force already, since nobody is protected less. */
export type Proposed =
  | { readonly outcome: "proposed" | "made"; readonly number: number }
  | { readonly outcome: Refused };

/**
 * Asks for other limits of coming rounds, or for an earlier last day of the open one. What protects more holds at
 * once; all else waits for another person. The same proposal again changes nothing.
 */
export async function propose(actor: OperatorActor, asked: Asked, now: Date): Promise<Proposed> {
  const open = await openRound();
  return oneAtATime(async (tx): Promise<Proposed> => {
    await expire(tx, now);
    const changes = await oldestFirst(tx);
    const said = judged(asked, changes, open, dayAt(now));
    if (said.kind === "refused") return { outcome: said.reason };
    if (said.kind === "again") {
      const made = changes.find(({ number }) => number === said.number)?.state === "made";
      return { outcome: made ? "made" : "proposed", number: said.number };
    }
    const number = (changes.at(-1)?.number ?? 0) + 1;
    const { wanted, state } = said;
    await tx.change.create({
      data: {
        ...{ number, what: wanted.what, reason: asked.reason, state, told: state === "made" },
        ...{ proposedBy: actor.user, proposedOn: dayAt(now) },
        ...(state === "made" ? { decidedOn: dayAt(now) } : {}),
        ...columnsOf(wanted),
      },
    });
    const content = logContent({ number, reason: asked.reason, ...wanted });
    await appendLog(tx, now, `change-${state}`, content);
    return { outcome: state, number };
  });
}

function columnsOf(wanted: Wanted) {
  if (wanted.what === "early-close") return { quarter: wanted.quarter };
  const { from, to } = wanted;
  return { fromK: from.k, fromC: from.c, fromGraceDays: from.graceDays, ...to };
}

type Decision = Ending & { readonly number: number; readonly refusal?: string };

async function end({ number, refusal, ...ending }: Decision, now: Date): Promise<Decided> {
  const open = await openRound();
  return oneAtATime(async (tx) => {
    await expire(tx, now);
    const row = await tx.change.findUnique({ where: { number } });
    if (!row) return "unknown";
    const change = changeOf(row);
    const not = whyNotDecided(change, ending, open, dayAt(now));
    if (not !== null) return not;
    const { state, by } = ending;
    const data = { state, decidedBy: by, decidedOn: dayAt(now), refusal: refusal ?? null };
    await tx.change.update({ where: { number }, data });
    const why = refusal === undefined ? {} : { refusal };
    await appendLog(tx, now, `change-${state}`, { ...logContent(change), ...why });
    return "done";
  });
}

/** The second person agrees: the change holds from now on. Safe to repeat. */
export function confirmChange(actor: AuditorActor, number: number, now: Date): Promise<Decided> {
  return end({ state: "confirmed", number, by: actor.user }, now);
}

/** The second person does not agree, for a reason. Safe to repeat. */
export function refuseChange(
  actor: AuditorActor,
  number: number,
  refusal: string,
  now: Date,
): Promise<Decided> {
  return end({ state: "refused", number, by: actor.user, refusal }, now);
}

/** The operator's side takes a proposal back that nobody has decided on. Safe to repeat. */
export function withdrawChange(_actor: OperatorActor, number: number, now: Date): Promise<Decided> {
  return end({ state: "withdrawn", number, by: null }, now);
}

/** Ends the proposals whose time is out, and says so in the log. */
async function expire(tx: Tx, now: Date): Promise<void> {
  const proposed = (await tx.change.findMany({ where: { state: "proposed" } })).map(changeOf);
  for (const change of proposed.filter((one) => !isWaiting(one, dayAt(now)))) {
    const { number } = change;
    await tx.change.update({
      where: { number },
      data: { state: "expired", decidedOn: dayAt(now) },
    });
    await appendLog(tx, now, "change-expired", logContent(change));
  }
}

/** The same from the server's housekeeping. Safe to repeat. */
export async function expireChanges(now: Date): Promise<void> {
  await oneAtATime((tx) => expire(tx, now));
}
