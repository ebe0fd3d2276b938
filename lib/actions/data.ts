import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { ACTION_STATES, type Action, type ActionState } from "./action";

/** The actions of one unit, or of every unit, in the order they were decided. */
export async function actions(
  _reader: HrActor | OperatorActor,
  unitCode?: string,
): Promise<Action[]> {
  const rows = await db("identity").action.findMany({
    where: unitCode === undefined ? {} : { unitCode },
    orderBy: [{ decidedOn: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, state: stateOf(row.state) }));
}

/** A state that nobody has written counts as not begun: it must not drop out of what needs doing. */
function stateOf(text: string): ActionState {
  return ACTION_STATES.find((state) => state === text) ?? "planned";
}
