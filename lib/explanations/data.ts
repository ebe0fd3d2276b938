import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Explanation } from "./explanation";

/** The explanations of one unit, or of every unit, in the order they were noted. */
export function explanations(
  _reader: HrActor | OperatorActor,
  unitCode?: string,
): Promise<Explanation[]> {
  return db("identity").explanation.findMany({
    where: unitCode === undefined ? {} : { unitCode },
    orderBy: [{ notedOn: "asc" }, { id: "asc" }],
  });
}
