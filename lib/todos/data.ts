import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";

/** Imports of departures that custodian 2 or the auditor has not decided about: until then they invite nobody. */
export async function waitingImports(_actor: HrActor): Promise<number> {
  const identity = db("identity");
  const undecided = await identity.importRecord.findMany({
    where: { kind: "departures", confirmations: { none: {} } },
    select: { id: true },
  });
  // An import whose rows a later one has taken over waits for nobody.
  const waiting = await identity.departure.groupBy({
    by: ["importId"],
    where: { importId: { in: undecided.map(({ id }) => id) } },
  });
  return waiting.length;
}
