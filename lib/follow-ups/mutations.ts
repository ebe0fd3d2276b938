import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { unitAddress } from "@/lib/mail/addresses";
import { followUpMail } from "@/lib/mail/follow-up";
import { MailProblem, sendMail } from "@/lib/mail/send";
import { dayAt } from "@/lib/quarters/today";
import { type DueFollowUp, dueFollowUps } from "./data";

/**
 * Mails what is to be followed up to the accounts that were chosen, each once; returns how many went. One that the
 * mail server refuses holds up no other: it is tried again at the next round. Throws when some did not go.
 */
export async function mailFollowUps(actor: HrActor, now = new Date()): Promise<number> {
  const today = dayAt(now);
  const due = await dueFollowUps(actor, today);
  let [went, problem]: [number, MailProblem | null] = [0, null];
  for (const one of due) {
    try {
      went += (await mailOnce(one, today)) ? 1 : 0;
    } catch (error) {
      if (!(error instanceof MailProblem)) throw error;
      problem = error;
    }
  }
  if (problem !== null) throw problem;
  return went;
}

/** The row is written with the mail or not at all; a second job waits for the first one's row and sends nothing. */
function mailOnce({ action, unit, to, ...row }: DueFollowUp, today: string): Promise<boolean> {
  return db("identity").$transaction(
    async (tx) => {
      const { count } = await tx.actionReminder.createMany({
        data: [{ ...row, day: today }],
        skipDuplicates: true,
      });
      if (count === 0) return false;
      const content = followUpMail({
        kind: row.kind,
        action,
        unit,
        page: unitAddress(action.unitCode),
      });
      await sendMail({ ...content, to });
      return true;
    },
    { timeout: 90_000, maxWait: 30_000 },
  );
}
