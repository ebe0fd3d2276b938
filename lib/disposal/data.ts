import type { Prisma } from "@/generated/employer/client";
import { oldestCall } from "@/lib/api-keys/limits";
import type { AuditorActor, OperatorActor } from "@/lib/auth/actor";
import { expiredLinks } from "@/lib/credential/data";
import { db } from "@/lib/db/clients";
import { NOBODY } from "@/lib/departures/departure";
import { oldestDraft } from "@/lib/drafts/data";
import { isPart } from "@/lib/env";
import { type Cutoffs, cutoffsAt } from "./cutoffs";
import type { PurgedClass } from "./schedule";
import type { DisposalLine } from "./words";

/** How many of a class: rows, or people whose row loses something. */
export type Disposed = { readonly class: PurgedClass; readonly count: number };

/** Departures whose link has stopped working, and with it the invitation that may have been sent for another last day. */
export const historyBefore = ({ today, history }: Cutoffs): Prisma.DepartureWhereInput => ({
  lastDay: { lt: history },
  OR: [{ invitation: null }, { invitation: { windowTo: { lt: today } } }],
});

/** Of those, whoever can still be reached. `language` and `delivery` are as they are when nothing is known. */
export const addressed = (cutoffs: Cutoffs): Prisma.DepartureWhereInput => ({
  AND: [
    historyBefore(cutoffs),
    {
      OR: [
        { email: { not: null } },
        { privateEmail: { not: null } },
        { protected: true },
        { language: { not: "sv" } },
        { delivery: { not: "none" } },
      ],
    },
  ],
});

export const oldTalks = ({ talks, waitingTalks }: Cutoffs): Prisma.ExitTalkWhereInput => ({
  OR: [
    { state: { not: "wished" }, departure: { lastDay: { lt: talks } } },
    { departure: { lastDay: { lt: waitingTalks } } },
  ],
});

export const pseudonymous = ({ pseudonyms }: Cutoffs): Prisma.DepartureWhereInput => ({
  lastDay: { lt: pseudonyms },
  NOT: { pseudonym: { startsWith: NOBODY } },
});

async function ofEmployer(now: Date): Promise<Disposed[]> {
  const cutoffs = cutoffsAt(now);
  const identity = db("identity");
  const invitation = { departure: historyBefore(cutoffs) };
  return [
    { class: "invitations", count: await identity.invitation.count({ where: invitation }) },
    { class: "addresses", count: await identity.departure.count({ where: addressed(cutoffs) }) },
    { class: "links", count: await expiredLinks(now) },
    {
      class: "letter-numbers",
      count: await identity.takenBackLetter.count({ where: { until: { lt: cutoffs.today } } }),
    },
    { class: "exit-talks", count: await identity.exitTalk.count({ where: oldTalks(cutoffs) }) },
    {
      class: "pseudonyms",
      count: await identity.departure.count({ where: pseudonymous(cutoffs) }),
    },
    {
      class: "import-drafts",
      count: await identity.importDraft.count({ where: { uploadedAt: { lt: oldestDraft(now) } } }),
    },
    {
      class: "import-undos",
      count: await identity.importUndo.count({ where: { until: { lt: now } } }),
    },
    {
      class: "api-calls",
      count: await identity.apiCall.count({ where: { at: { lt: oldestCall(now) } } }),
    },
    {
      class: "accesses",
      count: await identity.access.count({ where: { at: { lt: cutoffs.accesses } } }),
    },
  ];
}

async function ofCollector(now: Date): Promise<Disposed[]> {
  const at = { lt: cutoffsAt(now).accesses };
  const count = await db("operator").access.count({ where: { at } });
  return [{ class: "accesses-operator", count }];
}

/** What the schedule would dispose of now on this process's side, class by class, 0 and all. Writes nothing. */
export async function dueNow(now: Date): Promise<readonly Disposed[]> {
  return [
    ...(isPart("issuer") ? await ofEmployer(now) : []),
    ...(isPart("collector") ? await ofCollector(now) : []),
  ];
}

const newest = { orderBy: [{ day: "desc" }, { class: "asc" }, { id: "asc" }] } as const;

/** What the employer's side has disposed of, the newest first; at most `take` lines. */
export function employerDisposals(_actor: AuditorActor, take: number): Promise<DisposalLine[]> {
  return db("identity").disposal.findMany({ orderBy: [...newest.orderBy], take });
}

/** The same of the external party's side. */
export function collectorDisposals(
  _actor: AuditorActor | OperatorActor,
  take: number,
): Promise<DisposalLine[]> {
  return db("operator").disposal.findMany({ orderBy: [...newest.orderBy], take });
}
