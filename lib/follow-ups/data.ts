import type { PlannedAction } from "@/lib/actions/action";
import { plannedActions } from "@/lib/actions/data";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Day } from "@/lib/quarters/quarter";
import { type FollowUp, followUpOf } from "./rule";

/** A follow-up that is to be mailed about, to whom, and what it is about. */
export type DueFollowUp = FollowUp & {
  readonly action: PlannedAction;
  readonly unit: string;
  /** The account's address. */
  readonly to: string;
};

/** What is due and has not gone. An account that has gone, or is HR's no more, gets nothing. */
export async function dueFollowUps(actor: HrActor, today: Day): Promise<DueFollowUp[]> {
  const identity = db("identity");
  const [all, rows, users, units] = await Promise.all([
    plannedActions(actor),
    identity.actionReminder.findMany({ select: { actionId: true, due: true, kind: true } }),
    identity.user.findMany({
      where: { roles: { has: "hr" } },
      select: { id: true, email: true },
    }),
    identity.unit.findMany({ select: { code: true, name: true } }),
  ]);
  const gone = rows.map(
    (row) => ({ ...row, kind: row.kind === "ahead" ? "ahead" : "overdue" }) as const,
  );
  const addresses = new Map(users.map(({ id, email }) => [id, email]));
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return all.flatMap((action) => {
    const due = followUpOf(action, gone, today);
    const to = addresses.get(action.reminds ?? "");
    if (due === null || to === undefined) return [];
    return [{ ...due, action, to, unit: names.get(action.unitCode) ?? action.unitCode }];
  });
}
