import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { dayAt } from "@/lib/quarters/today";
import { type RuleDraft, type RuleStanding, ruleStanding } from "./decision";

export type RuleDecided = Exclude<RuleStanding, "new">;

/**
 * Adds a decision on the motion's rule, from a quarter that has not begun. The same one again changes nothing; one
 * that was written without knowing the last is refused. Whether movers are invited stays as it was.
 */
export async function decideRule(
  actor: HrActor,
  draft: RuleDraft,
  now: Date,
): Promise<RuleDecided> {
  return db("identity").$transaction(async (tx) => {
    await lock(tx, "policy");
    const last = await tx.policy.findFirst({ orderBy: { number: "desc" } });
    const said = ruleStanding(last, draft, dayAt(now));
    if (said !== "new") return said;
    const { after, ...rule } = draft;
    await tx.policy.create({
      data: {
        ...{ number: after + 1, ...rule, inviteMovers: last?.inviteMovers ?? false },
        ...{ decidedOn: dayAt(now), decidedBy: actor.name },
      },
    });
    return "decided";
  });
}
