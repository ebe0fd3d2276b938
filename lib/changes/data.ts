import type { Prisma } from "@/generated/collector/client";
import { accounts } from "@/lib/auth/accounts";
import type { AuditorActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { isDemo } from "@/lib/env";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import type { RoundRecord } from "@/lib/rounds/record";
import { RoundRefused } from "@/lib/rounds/state";
import {
  type Change,
  changeOf,
  earlyCloseOf,
  isWaiting,
  type NamedChange,
  termsIn,
} from "./change";
import { type Ending, endingOf } from "./ending";
import type { Terms } from "./terms";

type Who = OperatorActor | AuditorActor;

/** Every change, oldest first. `reader`: a transaction, where the answer must hold until it ends. */
export async function allChanges(
  _actor: Who,
  reader: Prisma.TransactionClient = db("operator"),
): Promise<Change[]> {
  return (await reader.change.findMany({ orderBy: { number: "asc" } })).map(changeOf);
}

/** What a round that is planned now is planned with. */
export async function termsInForce(actor: Who): Promise<Terms> {
  return termsIn(await allChanges(actor));
}

/** Whether two people have let a round end before its last day. */
export async function mayCloseEarly(actor: Who, quarter: Quarter): Promise<boolean> {
  return earlyCloseOf(await allChanges(actor), quarter) !== null;
}

/** That a round may end at `now`, as the database knows it. Throws `RoundRefused`, "quarter-not-over". */
export async function mayEnd(
  actor: Who,
  { quarter, manifest }: Pick<RoundRecord, "quarter" | "manifest">,
  now: Date,
): Promise<Ending> {
  const round = { quarter, issuingStops: manifest.issuingStops };
  const when = { today: dayAt(now), demo: isDemo() };
  const ending = endingOf(round, await allChanges(actor), when);
  if (!ending) throw new RoundRefused("quarter-not-over");
  return ending;
}

/** How many proposals wait for a second person. */
export async function waitingChanges(actor: Who, now: Date): Promise<number> {
  return (await allChanges(actor)).filter((one) => isWaiting(one, dayAt(now))).length;
}

/** Every change with its people, oldest first. */
export async function namedChanges(actor: Who): Promise<readonly NamedChange[]> {
  const changes = await allChanges(actor);
  const who = changes.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy ?? ""]);
  const ids = [...new Set(who)].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const users = await accounts().user.findMany({ where: { id: { in: ids } } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return changes.map((one) => ({
    ...one,
    proposer: names.get(one.proposedBy) ?? one.proposedBy,
    decider: one.decidedBy && (names.get(one.decidedBy) ?? one.decidedBy),
  }));
}
