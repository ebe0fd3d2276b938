import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";

/** Imports of departures that custodian 2 or the auditor has not confirmed: until then they invite nobody. */
export function waitingImports(_actor: HrActor): Promise<number> {
  return db("identity").importRecord.count({
    where: { kind: "departures", confirmedAt: null },
  });
}
