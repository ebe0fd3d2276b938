import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { dayAt } from "@/lib/quarters/today";
import { type Draft, type Standing, standing } from "./decision";

export type Decided = Exclude<Standing, "new">;

/**
 * Adds a decision. The same one again changes nothing; one that was written without knowing the last is refused.
 *
 * @param flagged codes of the centres that the motion's rule flags now
 */
export async function decide(
  actor: HrActor,
  draft: Draft,
  flagged: readonly string[],
  now: Date,
): Promise<Decided> {
  const { after, fromQuarter, scope, reason, cost } = draft;
  return db("identity").$transaction(async (tx) => {
    await lock(tx, "programme");
    const last = await tx.programmeDecision.findFirst({ orderBy: { number: "desc" } });
    const said = standing(last, draft, flagged, dayAt(now));
    if (said !== "new") return said;
    const units = scope === "flagged-centres" ? [...flagged].sort() : [];
    await tx.programmeDecision.create({
      data: {
        ...{ number: after + 1, fromQuarter, scope, units, reason, cost },
        decidedOn: dayAt(now),
        decidedBy: actor.name,
      },
    });
    return "decided";
  });
}
