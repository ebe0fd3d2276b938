import { accounts } from "@/lib/auth/accounts";
import { changeOf, isWaiting, lastDayFor } from "@/lib/changes/change";
import { db } from "@/lib/db/clients";
import { changesAddress } from "@/lib/mail/addresses";
import { changeMail } from "@/lib/mail/change";
import { MailProblem, sendMail } from "@/lib/mail/send";
import { dayAt } from "@/lib/quarters/today";

/**
 * Mails the auditors' accounts about proposals that wait, once each; returns how many mails went. A proposal stays
 * untold while the mail server takes none, and the next turn tries again. Two servers at once send one mail.
 */
export async function tellAuditors(now: Date): Promise<number> {
  const auditors = await accounts().user.findMany({ where: { roles: { has: "auditor" } } });
  const to = auditors.filter(({ disabled }) => !disabled);
  if (to.length === 0) return 0;
  const waits = { state: "proposed", told: false };
  const numbers = await db("operator").change.findMany({ where: waits, select: { number: true } });
  let went = 0;
  for (const { number } of numbers) {
    went += await db("operator").$transaction(
      async (tx) => {
        const { count } = await tx.change.updateMany({
          where: { number, ...waits },
          data: { told: true },
        });
        const row = await tx.change.findUnique({ where: { number } });
        if (count === 0 || !row) return 0;
        const change = changeOf(row);
        if (!isWaiting(change, dayAt(now))) return 0;
        const { what, reason } = change;
        const page = changesAddress();
        const content = changeMail({ what, reason, last: lastDayFor(change), page });
        return mailed(to.map(({ email }) => ({ ...content, to: email })));
      },
      { timeout: 90_000, maxWait: 30_000 },
    );
  }
  return went;
}

/** One refused address holds up no other; when none went, the turn is taken back. */
async function mailed(mails: readonly Parameters<typeof sendMail>[0][]): Promise<number> {
  let [went, problem]: [number, MailProblem | null] = [0, null];
  for (const mail of mails) {
    try {
      await sendMail(mail);
      went += 1;
    } catch (cause) {
      if (!(cause instanceof MailProblem)) throw cause;
      problem = cause;
    }
  }
  if (went === 0 && problem !== null) throw problem;
  return went;
}
