import PgBoss from "pg-boss";

/** pg-boss lives in the employer's database, in a schema of its own. */
export const SCHEMA = "pgboss";

export const INVITATION_MAIL = "invitation-mail";
/** Looks which reminders are due, and queues a mail for each. */
export const REMIND = "remind";
export const REMINDER_MAIL = "reminder-mail";

/** Mails HR about actions that are to be followed up. */
export const FOLLOW_UP = "follow-up";
/** Reads the files that the HR system has put into the folder. */
export const PICK_UP = "pick-up";

/** All that a mail's job says: whom it is about stands behind the id, in a table with its own rights. */
export type InvitationJob = { readonly invitationId: string };

/** Runs SQL inside someone's transaction, so that a row and its job are written together or not at all. */
export type RunSql = (text: string, values: readonly unknown[]) => Promise<{ rows: unknown[] }>;

/** A queue that only writes jobs, through a connection that is already open. */
export function bossOn(runSql: RunSql): PgBoss {
  return new PgBoss({ schema: SCHEMA, db: { executeSql: runSql } });
}
