import type { AuditorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { allRounds } from "@/lib/rounds/data";
import { type LimitChange, limitChanges } from "./limits";

/** The limits of every signed quarter, as changes. */
export async function limitHistory(_actor: AuditorActor): Promise<readonly LimitChange[]> {
  const rounds = await allRounds();
  return limitChanges(rounds.map(({ quarter, manifest }) => ({ quarter, ...manifest.limits })));
}

/** The employer's rules with their history, as sorti_confirmer may read them: no person stands there. */
export async function ruleHistory(_actor: AuditorActor) {
  const reader = db("confirmer");
  const [policies, programme] = await Promise.all([
    reader.policy.findMany({ orderBy: { number: "desc" } }),
    reader.programmeDecision.findMany({ orderBy: { number: "desc" } }),
  ]);
  return { policies, programme };
}
