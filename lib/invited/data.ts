import { z } from "zod";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { confirmedImports, invitationRules } from "@/lib/invitations/data";
import { policyFor } from "@/lib/invitations/decide";
import { SERIES_CODES } from "@/lib/invitations/series";
import { BOUNCES } from "@/lib/mail-returns/report";
import { ruleAt } from "@/lib/programme/scope";
import { type Day, quarterOf, shiftDay } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { INVITED_STATES, type InvitedLine, troubleOf } from "./line";
import { countNotInvited, type InvitingRule, type NotInvited } from "./not-invited";

const stored = z.object({
  id: z.string(),
  series: z.enum(SERIES_CODES),
  channel: z.enum(["mail", "letter"]),
  state: z.enum(INVITED_STATES),
  problem: z.string().nullable(),
  bounced: z.enum(BOUNCES).nullable(),
});

type Stored = Pick<z.infer<typeof stored>, "state" | "problem" | "bounced">;

/** A mail that has gone and come back did not arrive; what has been stopped since stays stopped. */
function standingOf({ state, problem, bounced }: Stored): Pick<InvitedLine, "state" | "trouble"> {
  if (state === "sent" && bounced) return { state: "problem", trouble: `back-${bounced}` };
  return { state, trouble: state === "problem" ? troubleOf(problem) : null };
}

const NEEDED = { unitCode: true, lastDay: true, language: true, importId: true } as const;

/**
 * The invitations whose links still open or will, the latest last day first. What a person has chosen about
 * reminders, or complained of, is left out: it may be somebody who has answered.
 */
export async function invitedLines(_actor: HrActor, today: Day): Promise<readonly InvitedLine[]> {
  const identity = db("identity");
  const [rows, units, confirmed] = await Promise.all([
    identity.invitation.findMany({
      where: { windowTo: { gte: today } },
      include: { departure: { select: NEEDED } },
      orderBy: [{ windowTo: "desc" }, { id: "asc" }],
    }),
    identity.unit.findMany({ select: { code: true, name: true } }),
    confirmedImports(identity),
  ]);
  const known = new Set(confirmed);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return rows.map((row) => {
    const { departure, windowFrom, windowTo, sentAt } = row;
    const { id, series, channel, bounced, ...standing } = stored.parse(row);
    const { importId, ...leaver } = departure;
    return {
      ...{ id, series, channel },
      ...standingOf({ bounced, ...standing }),
      ...leaver,
      held: bounced !== null && (importId === null || !known.has(importId)),
      windowFrom,
      windowTo,
      unit: names.get(departure.unitCode) ?? departure.unitCode,
      sentOn: sentAt ? dayAt(sentAt) : null,
    };
  });
}

const uninvited = z.array(
  z.object({
    unitCode: z.string(),
    lastDay: z.string(),
    kind: z.enum(DEPARTURE_KINDS),
    email: z.string().nullable(),
    privateEmail: z.string().nullable(),
    delivery: z.enum(["mail", "letter", "none"]),
    protected: z.boolean(),
    importId: z.string().nullable(),
  }),
);

/** The longest that a link works after the last day. */
const LONGEST_DAYS = 60;

type Inviting = {
  readonly rule: InvitingRule;
  readonly notInvited: Readonly<Record<NotInvited, number>>;
};

/** The written rule as it stands today, and how many who leave now have no invitation, by why. */
export async function inviting(_actor: HrActor, today: Day): Promise<Inviting> {
  const identity = db("identity");
  const [rules, confirmed, rows] = await Promise.all([
    invitationRules(identity),
    confirmedImports(identity),
    identity.departure.findMany({
      where: { invitation: { is: null }, lastDay: { gte: shiftDay(today, -LONGEST_DAYS) } },
    }),
  ]);
  const known = new Set(confirmed);
  const waiting = uninvited.parse(rows).map(({ importId, ...one }) => {
    return { ...one, confirmed: importId !== null && known.has(importId) };
  });
  const { inviteMovers, employerSide } = policyFor(today, rules);
  const scope = ruleAt(rules.programme.rules, quarterOf(today))?.scope ?? "all-units";
  return {
    rule: { inviteMovers, employerSide, scope },
    notInvited: countNotInvited(waiting, rules, today),
  };
}
