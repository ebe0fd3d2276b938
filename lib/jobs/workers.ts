import PgBoss from "pg-boss";
import { commandLineActor } from "@/lib/auth/command-line";
import { databaseUrl } from "@/lib/env";
import { mailFollowUps } from "@/lib/follow-ups/mutations";
import { deliverInvitation } from "@/lib/invitations/mutations";
import {
  FOLLOW_UP,
  INVITATION_MAIL,
  type InvitationJob,
  PICK_UP,
  REMIND,
  REMINDER_MAIL,
  SCHEMA,
} from "@/lib/jobs/boss";
import { failureName, type Report } from "@/lib/log";
import { deliverReminder, queueReminders } from "@/lib/reminders/mutations";

export type Workers = { readonly stop: () => Promise<void> };

type Deliver = (invitationId: string, options: { readonly lastTry: boolean }) => Promise<void>;

async function deliverFrom(boss: PgBoss, queue: string, deliver: Deliver): Promise<void> {
  const worker = await boss.work<InvitationJob>(queue, { includeMetadata: true }, async (jobs) => {
    // One finished job asks for the next at once instead of at the next look.
    boss.notifyWorker(worker);
    for (const { data, retryCount, retryLimit } of jobs) {
      await deliver(data.invitationId, { lastTry: retryCount >= retryLimit });
    }
  });
}

/**
 * Starts this process's share of the work; safe with several instances. `report` gets what failed, without personal
 * data. `pickUp` is handed in, since what imports reaches further than what reminds may (decision 0032).
 */
export async function startWorkers(
  report: Report,
  pickUp: () => Promise<void> = async () => undefined,
): Promise<Workers> {
  const boss = new PgBoss({
    connectionString: databaseUrl("identity"),
    schema: SCHEMA,
    migrate: false,
    max: 3,
  });
  boss.on("error", (error) => report("jobs", failureName(error)));
  await boss.start();
  await deliverFrom(boss, INVITATION_MAIL, deliverInvitation);
  await deliverFrom(boss, REMINDER_MAIL, deliverReminder);
  await boss.work(REMIND, async () => {
    await queueReminders(commandLineActor("hr", "daily reminders"));
  });
  await boss.work(FOLLOW_UP, async () => {
    await mailFollowUps(commandLineActor("hr", "follow-ups"));
  });
  await boss.work(PICK_UP, pickUp);
  return { stop: () => boss.stop({ timeout: 10_000 }) };
}
