import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { env } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import { enqueueReminderMails } from "@/lib/jobs/queues";
import { linkKey, tokenOf } from "@/lib/keys/link-key";
import {
  oneClickStopAddress,
  remindersAddress,
  returnableMessageId,
  surveyAddress,
  withdrawAddress,
} from "@/lib/mail/addresses";
import type { Mail } from "@/lib/mail/mail";
import { currentManifestHash, NoRound } from "@/lib/mail/manifest-hash";
import { reminderMail } from "@/lib/mail/reminder";
import { MailProblem, sendMail } from "@/lib/mail/send";
import { dayAt } from "@/lib/quarters/today";
import { dueReminders, factsOf, findMailed, type Mailed } from "./data";
import { isReminderDue, type Wish } from "./rule";
import { stopToken, stopTokenHash } from "./stop-token";

/** The token for an invitation's mails, the same in each; only its hash is stored, before the first mail goes. */
export async function giveStopToken(invitationId: string, address: string): Promise<Uint8Array> {
  const token = stopToken(linkKey(), invitationId, address);
  const stopHash = stopTokenHash(token);
  await db("identity").invitation.updateMany({
    where: { id: invitationId, OR: [{ stopHash: null }, { stopHash: { not: stopHash } }] },
    data: { stopHash },
  });
  return token;
}

/** Keeps what a person chose. Whoever holds the token may choose again; nobody is told whether it is anyone's. */
export async function chooseReminders(token: Uint8Array, wish: Wish): Promise<void> {
  await db("identity").invitation.updateMany({
    where: { stopHash: stopTokenHash(token) },
    data: { wish },
  });
}

/** Queues a mail for each reminder that is due; returns how many. Repeated, none goes twice: the mail job asks again. */
export async function queueReminders(actor: HrActor, now = new Date()): Promise<number> {
  return db("identity").$transaction(async (tx) => {
    const due = await dueReminders(actor, now, tx);
    await enqueueReminderMails(due, async (text, values) => ({
      rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values),
    }));
    return due.length;
  });
}

function mailFor(mailed: Mailed, manifestHash: string): Mail {
  const { id, windowTo, departure, to, token, returnNumber } = mailed;
  const { SORTI_OPERATOR: operator, SORTI_REGION: region } = env();
  const content = reminderMail({
    link: surveyAddress(tokenOf(linkKey(), id)),
    until: windowTo,
    operator,
    region,
    manifestHash,
    remindersLink: remindersAddress(token),
    withdrawLink: withdrawAddress(),
    language: localeOf(departure.language),
  });
  const messageId = returnableMessageId(returnNumber, mailed.reminders.length + 1);
  return { ...content, to, stopAddress: oneClickStopAddress(token), messageId, returnNumber };
}

/** The code of a refusal for good, null when the mail went. Throws when another try may help. */
async function refusal(mail: Mail): Promise<string | null> {
  try {
    await sendMail(mail);
    return null;
  } catch (error) {
    if (error instanceof MailProblem && error.lasting) return error.code;
    throw error;
  }
}

/**
 * Sends under the invitation's lock, by the row as it stands under it: a job that runs twice, or after the person's
 * choice or HR's correction, finds nothing due.
 */
async function remindOnce(id: string, now: Date): Promise<void> {
  const manifestHash = await currentManifestHash();
  const today = dayAt(now);
  await db("identity").$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 AS locked FROM identity.invitations WHERE id = ${id}::uuid FOR UPDATE`;
      const mailed = await findMailed(tx, id, today);
      if (!mailed || !isReminderDue(factsOf(mailed), today)) return;
      const problem = await refusal(mailFor(mailed, manifestHash));
      const number = mailed.reminders.length + 1;
      await tx.reminder.create({
        data: { invitationId: id, number, day: today, problem },
        select: { number: true },
      });
    },
    { timeout: 90_000, maxWait: 30_000 },
  );
}

/**
 * The reminder job: sends what is due of one invitation, once. Throws when another try may help; after the last
 * try it gives up until the next time reminders are queued.
 */
export async function deliverReminder(
  id: string,
  { lastTry }: { readonly lastTry: boolean },
  now = new Date(),
): Promise<void> {
  const mailed = await findMailed(db("identity"), id, dayAt(now));
  if (!mailed || !isReminderDue(factsOf(mailed), dayAt(now))) return;
  try {
    await remindOnce(id, now);
  } catch (error) {
    const known = error instanceof MailProblem || error instanceof NoRound;
    if (!known || !lastTry) throw error;
  }
}
