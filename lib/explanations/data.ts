import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Explanation, ExplanationVersion } from "./explanation";

/** The explanations of one unit, or of every unit, as last signed, in the order they were noted. */
export async function explanations(
  _reader: HrActor | OperatorActor,
  unitCode?: string,
): Promise<Explanation[]> {
  const rows = await db("identity").explanation.findMany({
    where: unitCode === undefined ? {} : { unitCode },
    distinct: ["id"],
    orderBy: [{ id: "asc" }, { version: "desc" }],
  });
  return rows
    .map(({ version: _, signedBy: __, ...explanation }) => explanation)
    .toSorted((a, b) => a.notedOn.localeCompare(b.notedOn) || a.id.localeCompare(b.id));
}

/** Every version of one explanation, the newest first; empty when there is none such. */
export function explanationVersions(_actor: HrActor, id: string): Promise<ExplanationVersion[]> {
  return db("identity").explanation.findMany({ where: { id }, orderBy: { version: "desc" } });
}
