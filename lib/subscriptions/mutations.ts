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
import { forgottenUpTo, MOST_CONFIRMATIONS, restAfter } from "./rule";

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

/** Sends the mails that wait, each once, until none is left or the mail server does not answer. Returns how many went. */
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

/** One mail under its row's lock: another server takes the next one meanwhile, and never the same. */
function sendNext(now: Date): Promise<Came> {
  return db("operator").$transaction(
    async (tx) => {
      const [mail] = await tx.$queryRaw<WaitingMail[]>`
        SELECT m.id, m.about, m.tries, s.id AS "subscriberId", s.email, s.language, s.confirmed
        FROM subscription.mails m JOIN subscription.subscribers s ON s.id = m.subscriber_id
        WHERE m.not_before <= ${now} ORDER BY m.not_before, m.id LIMIT 1
        FOR UPDATE OF m SKIP LOCKED`;
      return mail === undefined ? "none" : deliver(tx, mail, now);
    },
    { timeout: 90_000, maxWait: 30_000 },
  );
}

async function deliver(tx: Tx, waiting: WaitingMail, now: Date): Promise<Came> {
  const { id } = waiting;
  const done = () => tx.subscriberMail.deleteMany({ where: { id } });
  const mail = await mailAbout(waiting);
  if (mail === null) {
    await done();
    return "dropped";
  }
  try {
    await sendMail(mail);
  } catch (cause) {
    if (!(cause instanceof MailProblem)) throw cause;
    const tries = waiting.tries + 1;
    const rest = cause.lasting ? null : restAfter(tries);
    if (rest === null) {
      await done();
      return "dropped";
    }
    const notBefore = new Date(now.getTime() + rest);
    await tx.subscriberMail.updateMany({ where: { id }, data: { tries, notBefore } });
    return cause.code.startsWith("refused") ? "later" : "away";
  }
  await done();
  return "went";
}
