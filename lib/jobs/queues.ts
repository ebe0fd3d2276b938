import pg from "pg";
import PgBoss from "pg-boss";
import {
  bossOn,
  INVITATION_MAIL,
  type InvitationMailJob,
  type RunSql,
  SCHEMA,
} from "@/lib/jobs/boss";

/** A mail server that is away for half an hour costs nobody an invitation: about 1, 2, 4, 8 and 16 minutes. */
const RETRY = { retryLimit: 5, retryDelay: 60, retryBackoff: true };

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
    schedule: false,
  });
  await boss.start();
  try {
    await boss.createQueue(INVITATION_MAIL, { name: INVITATION_MAIL, ...RETRY });
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
    data: { invitationId } satisfies InvitationMailJob,
    startAfter: notBefore,
  }));
  await bossOn(runSql).insert(jobs);
}
