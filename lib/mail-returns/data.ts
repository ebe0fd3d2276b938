import { z } from "zod";
import { db } from "@/lib/db/clients";
import { env } from "@/lib/env";
import { dayAt } from "@/lib/quarters/today";
import { type MailHealth, mailHealthShape } from "./health";

const invited = z.tuple([
  mailHealthShape.pick({
    ...{ later: true, waiting: true, sent: true, refused: true, bounced: true, complained: true },
  }),
]);
const reminded = z.tuple([mailHealthShape.pick({ reminders: true, remindersRefused: true })]);

/** How the mails stand, as counts: for the operator, who is told nothing else of them. */
export async function mailHealth(now = new Date()): Promise<MailHealth> {
  const today = dayAt(now);
  const [invitations, reminders] = await Promise.all([
    db("identity").$queryRaw`
      SELECT count(*) FILTER (WHERE state = 'queued' AND window_from > ${today})::int AS later,
        count(*) FILTER (WHERE state = 'queued' AND window_from <= ${today})::int AS waiting,
        count(*) FILTER (WHERE state = 'sent' AND bounced IS NULL)::int AS sent,
        count(*) FILTER (WHERE state = 'problem')::int AS refused,
        count(*) FILTER (WHERE state = 'sent' AND bounced IS NOT NULL)::int AS bounced,
        count(*) FILTER (WHERE complained)::int AS complained
      FROM identity.invitations WHERE channel = 'mail'`,
    db("identity").$queryRaw`
      SELECT count(*) FILTER (WHERE problem IS NULL)::int AS reminders,
        count(*) FILTER (WHERE problem IS NOT NULL)::int AS "remindersRefused"
      FROM identity.reminders`,
  ]);
  const { SORTI_RETURN_ADDRESS: address, SORTI_RETURNS_DIR: folder } = env();
  return {
    ...invited.parse(invitations)[0],
    ...reminded.parse(reminders)[0],
    read: address !== undefined || folder !== undefined,
  };
}
