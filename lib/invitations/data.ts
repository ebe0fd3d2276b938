import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { programmeOf } from "@/lib/programme/data";
import type { Quarter } from "@/lib/quarters/quarter";
import { type InvitationRules, listsMovers } from "./decide";
import { furtherKinds, keptKinds } from "./whom-to-invite";

type Reader = Prisma.TransactionClient;

/** How many invitations did not arrive, while their links still open: refused at once, or come back. */
export function mailsNotArrived(_actor: HrActor, today: string): Promise<number> {
  return db("identity").invitation.count({
    where: {
      windowTo: { gte: today },
      OR: [{ state: "problem" }, { state: "sent", bounced: { not: null } }],
    },
  });
}

/** The invitations of departures by pseudonym: what the demonstration needs to answer in people's place. */
export async function invitationsByPseudonym(
  _actor: HrActor,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db("identity").invitation.findMany({
    select: { id: true, departure: { select: { pseudonym: true } } },
  });
  return new Map(rows.map(({ id, departure }) => [departure.pseudonym, id]));
}

/** The departures whose invitation goes by mail and has begun to work: who in the demonstration could choose a talk. */
export async function departuresMailedBy(
  _actor: HrActor,
  today: string,
): Promise<readonly string[]> {
  const rows = await db("identity").invitation.findMany({
    where: { channel: "mail", windowFrom: { lte: today } },
    select: { departureId: true },
    orderBy: [{ windowFrom: "asc" }, { departureId: "asc" }],
  });
  return rows.map(({ departureId }) => departureId);
}

/** The invitations whose mail should have gone by a day and has not: what the demonstration sends when it moves on. */
export async function invitationsDue(_actor: HrActor, today: string): Promise<readonly string[]> {
  const rows = await db("identity").invitation.findMany({
    where: { channel: "mail", state: "queued", windowFrom: { lte: today } },
    select: { id: true },
    orderBy: [{ windowFrom: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id }) => id);
}

/** What the import wrote, read back as its own types. */
const storedDepartures = z.array(
  z.object({
    id: z.string(),
    unitCode: z.string(),
    lastDay: z.string(),
    kind: z.enum(DEPARTURE_KINDS),
    email: z.string().nullable(),
    privateEmail: z.string().nullable(),
    delivery: z.enum(["mail", "letter", "none"]),
    protected: z.boolean(),
  }),
);

/** The imports whose numbers custodian 2 or the auditor has confirmed, as the public log tells. */
export async function confirmedImports(reader: Reader): Promise<string[]> {
  const confirmed = await reader.confirmation.findMany({
    where: { decision: "confirmed", logged: true },
    select: { importId: true },
  });
  return confirmed.map(({ importId }) => importId);
}

/**
 * Departures whose numbers custodian 2 or the auditor has confirmed, as the public log tells, and that have no
 * invitation. A row that a later import has changed belongs to that one, and waits for its confirmation.
 */
export async function waitingDepartures(reader: Reader) {
  const rows = await reader.departure.findMany({
    where: { importId: { in: await confirmedImports(reader) }, invitation: { is: null } },
    orderBy: { id: "asc" },
  });
  return storedDepartures.parse(rows);
}

/** The rules in force and to come: which kinds of departure are invited, and in which units. */
export async function invitationRules(reader: Reader): Promise<InvitationRules> {
  const [rows, programme] = await Promise.all([
    reader.policy.findMany({ orderBy: { number: "asc" } }),
    programmeOf(reader),
  ]);
  const policies = rows.map((row) => ({
    fromQuarter: row.fromQuarter as Quarter,
    ...keptKinds(furtherKinds(row)),
  }));
  return { policies, programme };
}

/** Whether a round of this quarter must list the series of those who move within the region. */
export async function moversListed(quarter: Quarter): Promise<boolean> {
  return listsMovers((await invitationRules(db("identity"))).policies, quarter);
}
