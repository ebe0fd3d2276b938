import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { keptKinds } from "@/lib/invitations/whom-to-invite";
import { dayAt } from "@/lib/quarters/today";
import { allRounds } from "@/lib/rounds/data";
import { type RuleDraft, type RuleStanding, ruleStanding } from "./decision";

export type RuleDecided = Exclude<RuleStanding, "new">;

/**
 * Adds a decision on the motion's rule and on whom to invite, from a quarter that has not begun. The same one again
 * changes nothing; one that was written without knowing the last is refused, and so is inviting movers from a quarter
 * whose signed round has no place for their answers.
 */
export async function decideRule(
  actor: HrActor,
  draft: RuleDraft,
  now: Date,
): Promise<RuleDecided> {
  const rounds = await allRounds();
  const signed = rounds.map(({ quarter, manifest: { series } }) => ({ quarter, series }));
  return db("identity").$transaction(async (tx) => {
    await lock(tx, "policy");
    const last = await tx.policy.findFirst({ orderBy: { number: "desc" } });
    const said = ruleStanding(last, draft, dayAt(now), signed);
    if (said !== "new") return said;
    const { after, kinds, ...rule } = draft;
    const { inviteMovers, employerSide } = keptKinds(kinds);
    await tx.policy.create({
      data: {
        ...{ number: after + 1, ...rule, inviteMovers, employerSide: [...employerSide] },
        ...{ decidedOn: dayAt(now), decidedBy: actor.name },
      },
    });
    return "decided";
  });
}
