import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Returned } from "@/lib/mail/returned";
import type { Day } from "@/lib/quarters/quarter";

/**
 * Notes that an invitation's mail came back or was reported as spam: a mark and nothing more, since anybody can write
 * such a mail. Nothing is stopped or sent by it. Safe to repeat. False when no mail that has gone has the number.
 */
export async function noteReturn(
  _actor: HrActor,
  { number, report }: Returned,
  today: Day,
): Promise<boolean> {
  const gone = { returnNumber: number, channel: "mail", state: "sent" };
  const invitations = db("identity").invitation;
  if (report === "complaint") {
    return (await invitations.updateMany({ where: gone, data: { complained: true } })).count > 0;
  }
  await invitations.updateMany({
    where: { ...gone, bounced: null },
    data: { bounced: report, bouncedOn: today },
  });
  return (await invitations.count({ where: gone })) > 0;
}
