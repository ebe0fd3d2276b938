import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import type { Departure } from "@/lib/departures/departure";
import { whatBecomesOf } from "@/lib/departures/withdrawal";
import { batches } from "@/lib/imports/batches";
import type { Pace } from "@/lib/imports/pace";
import type { Change, Plan } from "@/lib/imports/plan";
import { letterTokenHash } from "@/lib/keys/letter-link";
import { linkKey, tokenHash, tokenOf } from "@/lib/keys/link-key";

type Writer = Prisma.TransactionClient;
type StoredInvitation = { readonly id: string; readonly channel: string };

/** The links of invitations, mailed or printed, open nothing any more. */
async function cancel(writer: Writer, invitations: readonly StoredInvitation[]): Promise<void> {
  const key = linkKey();
  const hashes = invitations.map(({ id, channel }) => ({
    tokenHash: channel === "letter" ? letterTokenHash(key, id) : tokenHash(tokenOf(key, id)),
  }));
  // The role may insert and not look: no conflict target, nothing returned.
  await writer.cancellation.createMany({ data: hashes, skipDuplicates: true });
}

/** Departures are named by three values each in a condition. */
const REMOVED_ROWS = 500;

type StoredLetter = { readonly number: string; readonly until: string; readonly state: string };

/** The numbers stay known: an envelope may lie somewhere. The lock waits for who is noting one as printed. */
async function noteTakenBack(writer: Writer, ids: readonly string[]): Promise<void> {
  const letters = await writer.$queryRaw<StoredLetter[]>`
    SELECT number, until, state FROM letters.letters WHERE id = ANY(${ids}::uuid[]) FOR UPDATE`;
  const data = letters.map(({ number, until, state: was }) => ({ number, until, was }));
  await writer.takenBackLetter.createMany({ data });
}

/** Takes invitations back, sent or not. */
async function withdraw(writer: Writer, invitations: readonly StoredInvitation[]): Promise<void> {
  if (invitations.length === 0) return;
  await cancel(writer, invitations);
  const ids = invitations.map(({ id }) => id);
  await noteTakenBack(writer, ids);
  await writer.invitation.deleteMany({ where: { id: { in: ids } } });
}

/** A mail has gone to somebody whose identity is protected since: its link closes, and no letter opens another. */
async function withdrawForGood(writer: Writer, invitation: StoredInvitation): Promise<void> {
  await cancel(writer, [invitation]);
  await writer.invitation.update({ where: { id: invitation.id }, data: { state: "withdrawn" } });
}

const named = ({ pseudonym, unitCode, lastDay }: Departure) => ({ pseudonym, unitCode, lastDay });

async function remove(writer: Writer, removed: readonly Departure[]): Promise<void> {
  const where = { OR: removed.map(named) };
  await withdraw(writer, await writer.invitation.findMany({ where: { departure: where } }));
  await writer.exitTalk.deleteMany({ where: { departure: where } });
  await writer.departure.deleteMany({ where });
}

/**
 * Waits for mails that are just being sent, and lets none be sent before this import is written: what has gone is
 * seen to have gone, and nobody gets two. By id, so that two who wait never wait for each other.
 */
async function afterMailsUnderWay(writer: Writer, changed: Plan<Departure>["changed"]) {
  const pseudonyms = changed.map(({ after }) => after.pseudonym);
  await writer.$queryRaw`
    SELECT i.id FROM identity.invitations i JOIN identity.departures d ON d.id = i.departure_id
    WHERE d.pseudonym = ANY(${pseudonyms}) ORDER BY i.id FOR UPDATE OF i`;
}

/** A departure becomes what the import says; its invitation becomes what that asks for. */
async function change(writer: Writer, changed: Change<Departure>, importId: string): Promise<void> {
  const { invitation } = await writer.departure.update({
    where: { pseudonym_unitCode_lastDay: named(changed.before) },
    data: { ...changed.after, importId },
    select: { invitation: { include: { letter: true } } },
  });
  if (!invitation) return;
  const { sentAt, letter, channel, state } = invitation;
  // A letter that lies printed is on its way, although nobody can say how far. What HR has stopped stays stopped.
  const printed = letter !== null && letter.state !== "waiting";
  const gone = sentAt !== null || printed || state === "withdrawn";
  const outcome = whatBecomesOf(changed, { gone, byLetter: channel === "letter" });
  if (outcome === "withdrawn") await withdraw(writer, [invitation]);
  if (outcome === "withdrawn-for-good") await withdrawForGood(writer, invitation);
}

/**
 * Writes what a plan of departures says. What is added or changed belongs to this import and waits for
 * its confirmation; whoever is taken away, or must not be asked any more, loses the link with it.
 */
export async function writeDepartures(
  _actor: HrActor,
  writer: Writer,
  plan: Plan<Departure>,
  { importId, pace }: { readonly importId: string; readonly pace: Pace },
): Promise<void> {
  for (const rows of batches(plan.removed, REMOVED_ROWS)) await remove(writer, rows);
  await afterMailsUnderWay(writer, plan.changed);
  const all = plan.changed.length + plan.added.length;
  for (const [i, changed] of plan.changed.entries()) {
    await change(writer, changed, importId);
    await pace((i + 1) / all);
  }
  let done = plan.changed.length;
  for (const rows of batches(plan.added)) {
    await writer.departure.createMany({ data: rows.map((row) => ({ ...row, importId })) });
    done += rows.length;
    await pace(done / all);
  }
}
