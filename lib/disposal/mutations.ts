import type { Prisma as Collector } from "@/generated/collector/client";
import type { Prisma } from "@/generated/employer/client";
import { forgetCalls } from "@/lib/api-keys/mutations";
import { forgetExpiredLinks } from "@/lib/credential/mutations";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { NOBODY } from "@/lib/departures/departure";
import { removeOldDrafts } from "@/lib/drafts/mutations";
import { forgetUndos } from "@/lib/imported/mutations";
import { type Cutoffs, cutoffsAt } from "./cutoffs";
import { addressed, type Disposed, dueNow, historyBefore, oldTalks } from "./data";
import { type PurgedClass, termOf } from "./schedule";
import { ruleOf } from "./term";

type Tx = Prisma.TransactionClient;

/** A mail that is just being sent holds its invitation for so long. */
const PATIENCE = { timeout: 180_000, maxWait: 30_000 };

const lines = (now: Date, disposed: readonly Disposed[]) =>
  disposed
    .filter(({ count }) => count > 0)
    .map(({ class: id, count }) => ({
      ...{ day: cutoffsAt(now).today, class: id, count },
      rule: ruleOf(termOf(id)),
    }));

/** What the statistics need of an invitation stays with its departure; reminders and letters go with it. */
async function removeInvitations(tx: Tx, cutoffs: Cutoffs): Promise<number> {
  const due = await tx.invitation.findMany({
    where: { departure: historyBefore(cutoffs) },
    select: { id: true },
  });
  const ids = due.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE identity.departures d
    SET invited = CASE WHEN i.state = 'withdrawn' THEN 'withdrawn' ELSE i.channel END
    FROM identity.invitations i WHERE i.departure_id = d.id AND i.id = ANY(${ids}::uuid[])`;
  return tx.$executeRaw`DELETE FROM identity.invitations WHERE id = ANY(${ids}::uuid[])`;
}

async function removeAddresses(tx: Tx, cutoffs: Cutoffs): Promise<number> {
  const nothing = { email: null, privateEmail: null, protected: false };
  const { count } = await tx.departure.updateMany({
    where: addressed(cutoffs),
    data: { ...nothing, language: "sv", delivery: "none" },
  });
  return count;
}

/** What is left is a line of statistics: unit, month, kind and staff group. */
const removePseudonyms = (tx: Tx, { pseudonyms }: Cutoffs): Promise<number> => tx.$executeRaw`
  UPDATE identity.departures
  SET pseudonym = ${NOBODY} || gen_random_uuid(), last_day = left(last_day, 7) || '-01'
  WHERE last_day < ${pseudonyms} AND NOT starts_with(pseudonym, ${NOBODY})`;

type Remove = (tx: Tx, cutoffs: Cutoffs, now: Date) => Promise<number>;

/** In this order: a departure's invitation goes before its address, so that both are seen to be due. */
const AS_IDENTITY: Readonly<Record<Exclude<PurgedClass, "links" | "accesses-operator">, Remove>> = {
  invitations: removeInvitations,
  addresses: removeAddresses,
  "letter-numbers": async (tx, { today }) =>
    (await tx.takenBackLetter.deleteMany({ where: { until: { lt: today } } })).count,
  "exit-talks": async (tx, cutoffs) =>
    (await tx.exitTalk.deleteMany({ where: oldTalks(cutoffs) })).count,
  pseudonyms: removePseudonyms,
  "import-drafts": (tx, _cutoffs, now) => removeOldDrafts(now, tx),
  "import-undos": (tx, _cutoffs, now) => forgetUndos(now, tx),
  "api-calls": (tx, _cutoffs, now) => forgetCalls(now, tx),
  accesses: async (tx, { accesses }) =>
    (await tx.access.deleteMany({ where: { at: { lt: accesses } } })).count,
};

type IdentityClass = keyof typeof AS_IDENTITY;

/** All that is due where people stand, and the lines about it, in one transaction: an import waits, or is waited for. */
function disposeAsIdentity(classes: readonly IdentityClass[], now: Date): Promise<Disposed[]> {
  return db("identity").$transaction(async (tx) => {
    await lock(tx, "import");
    const done: Disposed[] = [];
    for (const id of classes) {
      done.push({ class: id, count: await AS_IDENTITY[id](tx, cutoffsAt(now), now) });
    }
    await tx.disposal.createMany({ data: lines(now, done) });
    return done;
  }, PATIENCE);
}

function disposeLinks(now: Date): Promise<Disposed> {
  return db("issuer").$transaction(async (tx) => {
    const done: Disposed = { class: "links", count: await forgetExpiredLinks(now, tx) };
    await tx.disposal.createMany({ data: lines(now, [done]) });
    return done;
  }, PATIENCE);
}

function disposeAsOperator(now: Date): Promise<Disposed> {
  return db("operator").$transaction(async (tx: Collector.TransactionClient) => {
    const at = { lt: cutoffsAt(now).accesses };
    const { count } = await tx.access.deleteMany({ where: { at } });
    const done: Disposed = { class: "accesses-operator", count };
    await tx.disposal.createMany({ data: lines(now, [done]) });
    return done;
  }, PATIENCE);
}

const isIdentity = (id: PurgedClass): id is IdentityClass => id in AS_IDENTITY;

/**
 * Disposes of what the schedule says is due on this process's side, and notes how many of each class. What goes
 * and the line about it are one transaction. Safe to repeat, to interrupt and to run twice at once.
 */
export async function disposeDue(now: Date): Promise<readonly Disposed[]> {
  const due = (await dueNow(now)).filter(({ count }) => count > 0).map((one) => one.class);
  const people = due.filter(isIdentity);
  return [
    ...(people.length > 0 ? await disposeAsIdentity(people, now) : []),
    ...(due.includes("links") ? [await disposeLinks(now)] : []),
    ...(due.includes("accesses-operator") ? [await disposeAsOperator(now)] : []),
  ].filter(({ count }) => count > 0);
}
