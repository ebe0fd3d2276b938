import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { type Action, type ActionVersion, type PlannedAction, stateOf } from "./action";
import { stepsOf, type ToldAction } from "./history";

/** The actions of one unit, or of every unit, as last signed, in the order they were decided. */
export async function actions(
  _reader: HrActor | OperatorActor,
  unitCode?: string,
): Promise<Action[]> {
  const rows = await lastSigned(unitCode);
  return rows.map(({ result: _, reminds: __, ...action }) => action);
}

/** The same with what the controls showed, and who is reminded: for HR's own pages. */
export function plannedActions(_actor: HrActor, unitCode?: string): Promise<PlannedAction[]> {
  return lastSigned(unitCode);
}

async function lastSigned(unitCode: string | undefined): Promise<PlannedAction[]> {
  const store = db("identity").action;
  // What has been moved was once another unit's: only the last version says whose it is.
  const ever =
    unitCode === undefined
      ? null
      : await store.findMany({ where: { unitCode }, distinct: ["id"], select: { id: true } });
  const rows = await store.findMany({
    where: ever === null ? {} : { id: { in: ever.map(({ id }) => id) } },
    distinct: ["id"],
    orderBy: [{ id: "asc" }, { version: "desc" }],
  });
  return rows
    .filter((row) => unitCode === undefined || row.unitCode === unitCode)
    .map(({ version: _, signedBy: __, signedOn: ___, ...row }) => ({
      ...row,
      state: stateOf(row.state),
    }))
    .toSorted(inOrder);
}

/** Every action as last signed, with the days on which it came so far: for the report. */
export async function toldActions(_reader: HrActor | OperatorActor): Promise<ToldAction[]> {
  const rows = await db("identity").action.findMany({ orderBy: { version: "asc" } });
  const versions = new Map<string, ActionVersion[]>();
  for (const row of rows) {
    versions.set(row.id, [...(versions.get(row.id) ?? []), { ...row, state: stateOf(row.state) }]);
  }
  const told = [...versions.values()].flatMap((own) => {
    const last = own.at(-1);
    if (last === undefined) return [];
    const { id, unitCode, what, who, decidedOn, due, control, state } = last;
    return [{ id, unitCode, what, who, decidedOn, due, control, state, ...stepsOf(own) }];
  });
  return told.toSorted(inOrder);
}

const inOrder = (a: Action, b: Action) =>
  a.decidedOn.localeCompare(b.decidedOn) || a.id.localeCompare(b.id);

/** Every version of one action, the newest first; empty when there is none such. */
export async function actionVersions(_actor: HrActor, id: string): Promise<ActionVersion[]> {
  const rows = await db("identity").action.findMany({
    where: { id },
    orderBy: { version: "desc" },
  });
  return rows.map((row) => ({ ...row, state: stateOf(row.state) }));
}

/** An account that can be reminded of a follow-up. */
export type Remindable = { readonly id: string; readonly name: string };

/** HR's accounts, by name. */
export function remindable(_actor: HrActor): Promise<Remindable[]> {
  return db("identity").user.findMany({
    where: { roles: { has: "hr" } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** The names of accounts, by id: who signed. One that has gone has none. */
export async function signers(
  _actor: HrActor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter((id) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id));
  const users = await db("identity").user.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
