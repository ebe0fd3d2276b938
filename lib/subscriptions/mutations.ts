import { createHash, randomUUID } from "node:crypto";
import type { Prisma } from "@/generated/collector/client";
import { db } from "@/lib/db/clients";
import { subscriptionKey, subscriptionToken } from "@/lib/keys/subscription-key";
import { MailProblem, sendMail } from "@/lib/mail/send";
import type { Quarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import type { Locale } from "@/lib/wording/number";
import { ABOUT_CONFIRMING, aboutReport } from "./about";
import { mailAbout, type WaitingMail } from "./data";
import { forgottenUpTo, MOST_CONFIRMATIONS, MOST_TRIES, restAfter } from "./rule";

type Tx = Prisma.TransactionClient;

/** What is stored of a token: SHA-256, hex. */
const hashOf = (token: Uint8Array): string => createHash("sha256").update(token).digest("hex");

/**
 * Somebody wants mails about reports at an address: one that asks for confirmation is queued. An address that has
 * confirmed, or has been asked often enough, gets none; nobody is told which it was.
 */
export async function askForMails(email: string, language: Locale, now: Date): Promise<void> {
  const id = randomUUID();
  const hash = hashOf(subscriptionToken(subscriptionKey(), id));
  await db("operator").$transaction(async (tx) => {
    const asked = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO subscription.subscribers AS known
        (id, email, language, token_hash, confirmed, asked_on, confirmations)
      VALUES (${id}::uuid, ${email}, ${language}, ${hash}, false, ${dayAt(now)}, 1)
      ON CONFLICT (email) DO UPDATE SET confirmations = known.confirmations + 1
      WHERE NOT known.confirmed AND known.confirmations < ${MOST_CONFIRMATIONS}
      RETURNING id`;
    const mails = asked.map((one) => mailTo(one.id, ABOUT_CONFIRMING, now));
    await tx.subscriberMail.createMany({ data: mails, skipDuplicates: true });
  });
}

const mailTo = (subscriberId: string, about: string, notBefore: Date) => ({
  id: randomUUID(),
  subscriberId,
  about,
  tries: 0,
  notBefore,
});

/** Whoever holds the token wants the mails. False when the address has been forgotten meanwhile. Safe to repeat. */
export async function confirmSubscription(token: Uint8Array): Promise<boolean> {
  const { count } = await db("operator").subscriber.updateMany({
    where: { tokenHash: hashOf(token) },
    data: { confirmed: true },
  });
  return count > 0;
}

/** The address is gone, with every mail that waits for it. Nobody is told whether there was one. */
export async function stopSubscription(token: Uint8Array): Promise<void> {
  await db("operator").subscriber.deleteMany({ where: { tokenHash: hashOf(token) } });
}

/** Addresses that nobody has confirmed within a week are gone. */
export async function forgetUnconfirmed(now: Date): Promise<void> {
  await db("operator").subscriber.deleteMany({
    where: { confirmed: false, askedOn: { lte: forgottenUpTo(dayAt(now)) } },
  });
}

/** Queues a mail about a report's version to everybody who subscribes, in the transaction that publishes it. */
export async function queueReportMails(
  tx: Tx,
  quarter: Quarter,
  version: number,
  now: Date,
): Promise<void> {
  const subscribers = await tx.subscriber.findMany({
    where: { confirmed: true },
    select: { id: true },
  });
  const about = aboutReport(quarter, version);
  await tx.subscriberMail.createMany({
    data: subscribers.map(({ id }) => mailTo(id, about, now)),
    skipDuplicates: true,
  });
}

/** A turn ends here at the latest, so that a server that is stopped need not wait long. */
const MOST_A_TURN = 500;

/** Sends the mails that wait until none is left or the mail server does not answer. Returns how many went. */
export async function sendWaitingMails(now: Date): Promise<number> {
  let went = 0;
  for (let turn = 0; turn < MOST_A_TURN; turn += 1) {
    const came = await sendNext(now);
    if (came === "none" || came === "away") break;
    if (came === "went") went += 1;
  }
  return went;
}

type Came = "none" | "went" | "dropped" | "later" | "away";

/** One mail: taken for this try, sent, and removed when it has gone. */
async function sendNext(now: Date): Promise<Came> {
  const mail = await takeNext(now);
  if (mail === null) return "none";
  return mail.tries > MOST_TRIES ? drop(mail.id) : deliver(mail);
}

/**
 * Takes a mail for one try: the next is written down before this one begins. So a server that falls between sending
 * and removing lets a mail go twice, but no server that falls again and again sends it without an end; and another
 * server takes the next mail, never the same.
 */
async function takeNext(now: Date): Promise<WaitingMail | null> {
  return db("operator").$transaction(async (tx) => {
    const [mail] = await tx.$queryRaw<WaitingMail[]>`
      SELECT m.id, m.about, m.tries + 1 AS tries, s.id AS "subscriberId", s.email, s.language, s.confirmed
      FROM subscription.mails m JOIN subscription.subscribers s ON s.id = m.subscriber_id
      WHERE m.not_before <= ${now} ORDER BY m.not_before, m.id LIMIT 1
      FOR UPDATE OF m SKIP LOCKED`;
    if (mail === undefined) return null;
    const { id, tries } = mail;
    const notBefore = new Date(now.getTime() + restAfter(tries));
    await tx.subscriberMail.updateMany({ where: { id }, data: { tries, notBefore } });
    return mail;
  });
}

async function drop(id: string): Promise<"dropped"> {
  await db("operator").subscriberMail.deleteMany({ where: { id } });
  return "dropped";
}

async function deliver(waiting: WaitingMail): Promise<Came> {
  const { id, tries } = waiting;
  const mail = await mailAbout(waiting);
  if (mail === null) return drop(id);
  try {
    await sendMail(mail);
  } catch (cause) {
    if (!(cause instanceof MailProblem)) throw cause;
    if (cause.lasting || tries >= MOST_TRIES) return drop(id);
    return cause.code.startsWith("refused") ? "later" : "away";
  }
  await drop(id);
  return "went";
}
