import { randomUUID } from "node:crypto";
import type { AuditorActor, HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { env } from "@/lib/env";
import { offerTalk } from "@/lib/exit-talks/mutations";
import { localeOf } from "@/lib/i18n/locale";
import { invitationRules, waitingDepartures } from "@/lib/invitations/data";
import { type Decision, decideInvitation, mailTime } from "@/lib/invitations/decide";
import type { RunSql } from "@/lib/jobs/boss";
import { enqueueInvitationMails } from "@/lib/jobs/queues";
import { linkKey, tokenHash, tokenOf } from "@/lib/keys/link-key";
import { layLetters } from "@/lib/links/mutations";
import {
  exitTalkAddress,
  oneClickStopAddress,
  privacyAddress,
  remindersAddress,
  returnableMessageId,
  surveyAddress,
  withdrawAddress,
} from "@/lib/mail/addresses";
import { invitationMail } from "@/lib/mail/invitation";
import { currentManifestHash, NoRound } from "@/lib/mail/manifest-hash";
import { MailProblem, sendMail } from "@/lib/mail/send";
import { dayAt } from "@/lib/quarters/today";
import { giveStopToken } from "@/lib/reminders/mutations";

type Refused = Extract<Decision, { invite: null }>["reason"];

export type CreatedInvitations = {
  readonly mail: number;
  readonly letter: number;
  /** How many got none, by reason. */
  readonly notInvited: Readonly<Partial<Record<Refused, number>>>;
};

type Identity = ReturnType<typeof db<"identity">>;
type Tx = Parameters<Parameters<Identity["$transaction"]>[0]>[0];

const runSqlIn =
  (tx: Tx): RunSql =>
  async (text, values) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values) });

async function decideWaiting(tx: Tx, now: Date) {
  const rules = await invitationRules(tx);
  return (await waitingDepartures(tx)).map((departure) => ({
    departureId: departure.id,
    decision: decideInvitation(departure, rules, dayAt(now)),
  }));
}

function counted(decisions: readonly Decision[]): CreatedInvitations {
  const channels = decisions.flatMap(({ invite }) => invite?.channel ?? []);
  const mail = channels.filter((channel) => channel === "mail").length;
  const notInvited: Partial<Record<Refused, number>> = {};
  for (const decision of decisions) {
    if (decision.invite) continue;
    notInvited[decision.reason] = (notInvited[decision.reason] ?? 0) + 1;
  }
  return { mail, letter: channels.length - mail, notInvited };
}

async function inviteWaiting(tx: Tx, now: Date): Promise<CreatedInvitations> {
  // An import beside this one could take a row over after it was seen, and nobody has vouched for that import.
  await lock(tx, "import");
  // Two at once would both see the same departures waiting.
  await lock(tx, "create-invitations");
  const decided = await decideWaiting(tx, now);
  const rows = decided.flatMap(({ departureId, decision: { invite } }) =>
    invite ? [{ id: randomUUID(), departureId, ...invite }] : [],
  );
  await tx.invitation.createMany({ data: rows });
  await layLetters(tx);
  const mailed = rows.filter(({ channel }) => channel === "mail");
  await enqueueInvitationMails(
    mailed.map((row) => ({ invitationId: row.id, notBefore: mailTime(row.windowFrom, now) })),
    runSqlIn(tx),
  );
  return counted(decided.map(({ decision }) => decision));
}

/** What `createInvitations` would do now; writes nothing. */
export async function invitationsToCreate(
  _actor: HrActor | AuditorActor,
  now = new Date(),
): Promise<CreatedInvitations> {
  const decided = await db("identity").$transaction((tx) => decideWaiting(tx, now));
  return counted(decided.map(({ decision }) => decision));
}

/** Invites whom the policy says, once each: rows and mail jobs in one transaction. Safe to repeat. */
export async function createInvitations(
  _actor: HrActor | AuditorActor,
  now = new Date(),
): Promise<CreatedInvitations> {
  const patience = { timeout: 60_000, maxWait: 10_000 };
  return db("identity").$transaction((tx) => inviteWaiting(tx, now), patience);
}

function findQueued(id: string) {
  return db("identity").invitation.findUnique({
    where: { id, state: "queued" },
    include: { departure: true },
  });
}

type Queued = NonNullable<Awaited<ReturnType<typeof findQueued>>>;

/** Puts in the link before its mail goes, so that nobody is quicker than it. Repeated, it is the same link. */
async function mailFor(queued: Queued, to: string) {
  const { id, windowFrom, windowTo, series, departure, returnNumber } = queued;
  const { SORTI_OPERATOR: operator, SORTI_REGION: region } = env();
  const manifestHash = await currentManifestHash();
  const token = tokenOf(linkKey(), id);
  const { unitCode: unit, language } = departure;
  const link = { tokenHash: tokenHash(token), windowFrom, windowTo, unit, series, language };
  // The role may insert and not look: no conflict target, nothing returned.
  await db("identity").link.createMany({ data: [link], skipDuplicates: true });
  const stopToken = await giveStopToken(id, to);
  const content = invitationMail({
    link: surveyAddress(token),
    until: windowTo,
    operator,
    region,
    manifestHash,
    exitTalkLink: exitTalkAddress(await offerTalk(departure.id)),
    withdrawLink: withdrawAddress(),
    remindersLink: remindersAddress(stopToken),
    privacyLink: privacyAddress(),
    language: localeOf(language),
  });
  const messageId = returnableMessageId(returnNumber);
  return { ...content, to, stopAddress: oneClickStopAddress(stopToken), messageId, returnNumber };
}

/** Sends under the row's lock: a job that runs twice finds `sent` and sends nothing. */
async function sendOnce(queued: Queued): Promise<void> {
  const { privateEmail, email } = queued.departure;
  const to = privateEmail ?? email;
  if (to === null) throw new MailProblem("no address", true);
  const mail = await mailFor(queued, to);
  const send = async (tx: Tx) => {
    const [row] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state FROM identity.invitations WHERE id = ${queued.id}::uuid FOR UPDATE`;
    if (row?.state !== "queued") return;
    await sendMail(mail);
    const sent = { state: "sent", sentAt: new Date(), problem: null };
    await tx.invitation.update({ where: { id: queued.id }, data: sent });
  };
  await db("identity").$transaction(send, { timeout: 90_000, maxWait: 30_000 });
}

/**
 * The mail job: sends a queued invitation, once. Throws when another try may help; otherwise, and
 * after the last try, the invitation stands as a problem that HR sees.
 */
export async function deliverInvitation(
  id: string,
  { lastTry }: { readonly lastTry: boolean },
): Promise<void> {
  const queued = await findQueued(id);
  if (!queued) return;
  try {
    await sendOnce(queued);
  } catch (error) {
    const known = error instanceof MailProblem || error instanceof NoRound ? error.code : "error";
    const hopeless = error instanceof MailProblem && error.lasting;
    if (!hopeless && !lastTry) throw error;
    await db("identity").invitation.updateMany({
      where: { id, state: "queued" },
      data: { state: "problem", problem: known },
    });
    if (known === "error") throw error;
  }
}
