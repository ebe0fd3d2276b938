import pg from "pg";
import PgBoss from "pg-boss";
import {
  bossOn,
  FOLLOW_UP,
  INVITATION_MAIL,
  type InvitationJob,
  PICK_UP,
  REMIND,
  REMINDER_MAIL,
  type RunSql,
  SCHEMA,
} from "@/lib/jobs/boss";

/** A mail server that is away for half an hour costs nobody an invitation: about 1, 2, 4, 8 and 16 minutes. */
const RETRY = { retryLimit: 5, retryDelay: 60, retryBackoff: true };

/** Once an hour in the daytime: a server that was down at one hour asks at the next, and nobody is woken. */
const REMIND_AT = { cron: "0 9-16 * * *", tz: "Europe/Stockholm" };

/** On working mornings, when somebody is there to read it. */
const FOLLOW_UP_AT = { cron: "30 7 * * 1-5", tz: "Europe/Stockholm" };

/** When the HR system's nightly files lie there, and nobody waits for a page. */
const PICK_UP_AT = { cron: "30 2 * * *", tz: "Europe/Stockholm" };

const WORKER_RIGHTS = `
  GRANT USAGE ON SCHEMA ${SCHEMA} TO sorti_identity;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO sorti_identity;
`;

/** As owner of the employer's database: makes the queues and lets the worker's role use them. Safe to repeat. */
export async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    supervise: false,
  });
  await boss.start();
  try {
    await boss.createQueue(INVITATION_MAIL, { name: INVITATION_MAIL, ...RETRY });
    // At most one waiting job for an invitation.
    await boss.createQueue(REMINDER_MAIL, { name: REMINDER_MAIL, policy: "short", ...RETRY });
    await boss.createQueue(REMIND, { name: REMIND, policy: "short", ...RETRY });
    await boss.schedule(REMIND, REMIND_AT.cron, {}, { tz: REMIND_AT.tz });
    await boss.createQueue(PICK_UP, { name: PICK_UP, policy: "short" });
    await boss.schedule(PICK_UP, PICK_UP_AT.cron, {}, { tz: PICK_UP_AT.tz });
    await boss.createQueue(FOLLOW_UP, { name: FOLLOW_UP, policy: "short", ...RETRY });
    await boss.schedule(FOLLOW_UP, FOLLOW_UP_AT.cron, {}, { tz: FOLLOW_UP_AT.tz });
  } finally {
    await boss.stop({ graceful: false });
  }
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(WORKER_RIGHTS);
  } finally {
    await owner.end();
  }
}

/** Queues the mails of invitations, none before its moment, inside the caller's transaction. */
export async function enqueueInvitationMails(
  mails: readonly { readonly invitationId: string; readonly notBefore: Date }[],
  runSql: RunSql,
): Promise<void> {
  const jobs = mails.map(({ invitationId, notBefore }) => ({
    name: INVITATION_MAIL,
    data: { invitationId } satisfies InvitationJob,
    startAfter: notBefore,
  }));
  await bossOn(runSql).insert(jobs);
}

/** Queues reminders of these invitations, inside the caller's transaction. */
export async function enqueueReminderMails(
  invitationIds: readonly string[],
  runSql: RunSql,
): Promise<void> {
  const jobs = invitationIds.map((invitationId) => ({
    name: REMINDER_MAIL,
    data: { invitationId } satisfies InvitationJob,
    singletonKey: invitationId,
  }));
  await bossOn(runSql).insert(jobs);
}
