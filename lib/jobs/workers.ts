import PgBoss from "pg-boss";
import { databaseUrl } from "@/lib/env";
import { deliverInvitation } from "@/lib/invitations/mutations";
import { INVITATION_MAIL, type InvitationMailJob, SCHEMA } from "@/lib/jobs/boss";

export type Workers = { readonly stop: () => Promise<void> };

/** Starts this process's share of the work; safe with several instances. `report` gets problems without personal data. */
export async function startWorkers(report: (problem: string) => void): Promise<Workers> {
  const boss = new PgBoss({
    connectionString: databaseUrl("identity"),
    schema: SCHEMA,
    migrate: false,
    schedule: false,
    max: 3,
  });
  boss.on("error", (error) => report(`jobs: ${error.message}`));
  await boss.start();
  const worker = await boss.work<InvitationMailJob>(
    INVITATION_MAIL,
    { includeMetadata: true },
    async (jobs) => {
      // One finished job asks for the next at once instead of at the next look.
      boss.notifyWorker(worker);
      for (const { data, retryCount, retryLimit } of jobs) {
        await deliverInvitation(data.invitationId, { lastTry: retryCount >= retryLimit });
      }
    },
  );
  return { stop: () => boss.stop({ timeout: 10_000 }) };
}
