import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { confirmedImports } from "@/lib/invitations/data";
import { linkKey } from "@/lib/keys/link-key";
import type { Day } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { isReminderDue, type ReminderFacts, WISHES } from "./rule";
import { stopToken, stopTokenHash } from "./stop-token";

/** What the rule and the mail need of an invitation. */
const NEEDED = { departure: true, reminders: true } as const;

type Reader = Prisma.TransactionClient;
type Stored = Prisma.InvitationGetPayload<{ include: typeof NEEDED }>;

/**
 * Went by mail, to somebody who may still be mailed, and the link has not expired. A row that a later import has
 * changed waits for its confirmation: else HR could have a live link sent to an address nobody has vouched for.
 */
const mailedBy = async (reader: Reader, today: Day) => ({
  state: "sent",
  channel: "mail",
  sentAt: { not: null },
  windowTo: { gte: today },
  departure: {
    delivery: "mail",
    importId: { in: await confirmedImports(reader) },
    OR: [{ privateEmail: { not: null } }, { email: { not: null } }],
  },
});

/** An invitation, the address its mail went to, and the token that this mail carried. */
export type Mailed = Stored & { readonly to: string; readonly token: Uint8Array };

/**
 * The address that the invitation's mail went to, when the row still has it: the token of its mail is bound to it,
 * and the token's hash is stored. An import's confirmed numbers say nothing of which addresses it changed, so a
 * live link goes to no other address, vouched for or not.
 */
function asMailed(stored: Stored): Mailed | null {
  const { privateEmail, email } = stored.departure;
  for (const to of [privateEmail, email]) {
    if (to === null) continue;
    const token = stopToken(linkKey(), stored.id, to);
    if (stopTokenHash(token) === stored.stopHash) return { ...stored, to, token };
  }
  return null;
}

/** One invitation that may be reminded of; null when it never went, has expired, waits, was taken back or moved. */
export async function findMailed(reader: Reader, id: string, today: Day): Promise<Mailed | null> {
  const where = { id, ...(await mailedBy(reader, today)) };
  const stored = await reader.invitation.findUnique({ where, include: NEEDED });
  return stored && asMailed(stored);
}

/** What the rule is told of a stored invitation. */
export function factsOf({ sentAt, wish, reminders, departure, ...stored }: Stored): ReminderFacts {
  return {
    invitedOn: dayAt(sentAt ?? new Date(0)),
    lastDay: departure.lastDay,
    window: { from: stored.windowFrom, to: stored.windowTo },
    wish: z.enum(WISHES).parse(wish),
    remindedOn: reminders.map(({ day }) => day),
  };
}

/** The invitations whose reminder is to go now. */
export async function dueReminders(
  _actor: HrActor,
  now: Date,
  reader: Reader = db("identity"),
): Promise<readonly string[]> {
  const today = dayAt(now);
  const where = await mailedBy(reader, today);
  const rows = await reader.invitation.findMany({ where, include: NEEDED });
  const due = rows.filter((row) => isReminderDue(factsOf(row), today));
  return due.filter((row) => asMailed(row) !== null).map(({ id }) => id);
}

/** How many, never who: all that HR is told of reminders. */
export type ReminderCounts = {
  readonly sent: number;
  /** Refused for good by the mail server of the address. */
  readonly refused: number;
  /** Invited whose links still open, and who have stopped reminders or asked for one after leaving. */
  readonly stopped: number;
  readonly afterLeaving: number;
};

export async function reminderCounts(_actor: HrActor, now: Date): Promise<ReminderCounts> {
  const { invitation, reminder } = db("identity");
  const mailed = await mailedBy(db("identity"), dayAt(now));
  const choosing = (wish: ReminderFacts["wish"]) =>
    invitation.count({ where: { ...mailed, wish } });
  const [sent, refused, stopped, afterLeaving] = await Promise.all([
    reminder.count({ where: { problem: null } }),
    reminder.count({ where: { problem: { not: null } } }),
    choosing("stopped"),
    choosing("after-leaving"),
  ]);
  return { sent, refused, stopped, afterLeaving };
}
