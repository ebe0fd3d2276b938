import { z } from "zod";
import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { OPENS_BEFORE } from "@/lib/invitations/link-window";
import { type Day, shiftDay } from "@/lib/quarters/quarter";
import { type Alike, toldApart } from "./alike";
import {
  type Coverage,
  coverageOf,
  HOLDERS,
  type Holder,
  RULE_KINDS,
  TALK_STATES,
  type TalkState,
} from "./talk";
import { talkTokenHash } from "./token";

const stored = z.object({
  state: z.enum(TALK_STATES),
  holder: z.enum(HOLDERS).nullable(),
  contact: z.string().nullable(),
});

const underRule = z.array(
  z
    .object({
      exitTalk: z.object({ state: z.enum(TALK_STATES) }).nullable(),
      invitation: z.object({ channel: z.enum(["mail", "letter"]) }).nullable(),
      // What is left of an invitation that is disposed of.
      invited: z.enum(["mail", "letter"]).nullable(),
    })
    .transform(({ exitTalk, invitation, invited }) => ({
      talk: exitTalk?.state ?? null,
      channel: invitation?.channel ?? invited,
    })),
);

export type StoredTalk = {
  readonly state: TalkState;
  readonly holder: Holder | null;
  readonly contact: string | null;
};

/** Those of these departures whose talk is offered and not chosen: whose turn it is in the demonstration. */
export async function departuresOffered(
  _actor: HrActor,
  departureIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await db("identity").exitTalk.findMany({
    where: { departureId: { in: [...departureIds] }, state: "offered" },
    select: { departureId: true },
    orderBy: { departureId: "asc" },
  });
  return rows.map(({ departureId }) => departureId);
}

/** What the link's own page shows: the token is the permission. `null` when it opens nothing. */
export async function talkOf(token: string): Promise<StoredTalk | null> {
  const row = await db("identity").exitTalk.findUnique({
    where: { tokenHash: talkTokenHash(token) },
    select: { state: true, holder: true, contact: true },
  });
  return row && stored.parse(row);
}

export type TalkLine = StoredTalk & {
  /** The offer stood in a printed letter, so a wish comes to HR in person. */
  readonly byLetter: boolean;
  readonly id: string;
  readonly unitCode: string;
  readonly unit: string;
  readonly lastDay: string;
  /** As HR's own file said. */
  readonly kind: string;
  /** Empty where the file has none. */
  readonly staffGroup: string;
  /** For a wish that says nothing of how to reach the person: the address that HR gave, until it is disposed of. */
  readonly address: string | null;
  /** Those who are alike in all that HR knows of them, told apart. */
  readonly alike: Alike;
};

/** Older talks are history, unless somebody still waits for one. */
const LISTED_DAYS = 365;

/** The offered talks of a year, the latest last day first. It says nothing about the survey, because nothing here knows. */
export async function talkLines(_actor: HrActor, today: Day): Promise<readonly TalkLine[]> {
  const lastDay = { gte: shiftDay(today, -LISTED_DAYS) };
  const identity = db("identity");
  const [rows, units] = await Promise.all([
    identity.exitTalk.findMany({
      where: { OR: [{ state: "wished" }, { departure: { lastDay } }] },
      include: { departure: { include: { invitation: { select: { channel: true } } } } },
      orderBy: [{ departure: { lastDay: "desc" } }, { id: "asc" }],
    }),
    identity.unit.findMany({ select: { code: true, name: true } }),
  ]);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const lines = rows.map(({ id, departure, ...talk }) => ({
    ...stored.parse(talk),
    id,
    unitCode: departure.unitCode,
    unit: names.get(departure.unitCode) ?? departure.unitCode,
    lastDay: departure.lastDay,
    kind: departure.kind,
    staffGroup: departure.staffGroup,
    address: addressFor(talk, departure),
    byLetter: (departure.invitation?.channel ?? departure.invited) === "letter",
  }));
  return toldApart(lines);
}

type Reached = {
  readonly email: string | null;
  readonly privateEmail: string | null;
  readonly protected: boolean;
};

/** Whoever wishes for a talk is promised to be reached, also when nothing was written of how. */
function addressFor(
  { state, contact }: { readonly state: string; readonly contact: string | null },
  person: Reached,
): string | null {
  if (state !== "wished" || contact || person.protected) return null;
  return person.privateEmail ?? person.email;
}

type Span = { readonly from: Day; readonly to: Day };
type CoverageSince = Coverage & { readonly since: Day };

/** The coverage over those whose link has begun to work, a year back. */
export async function talkCoverage(actor: HrActor, today: Day): Promise<CoverageSince | null> {
  const span = { from: shiftDay(today, -LISTED_DAYS), to: shiftDay(today, OPENS_BEFORE) };
  return talkCoverageOf(actor, span);
}

/**
 * The coverage against the region's rule, over those whose last day lies in a span, but not before
 * the first whom Sorti invited. `since`: the earliest last day; null when nobody was invited from the span's begin on.
 */
export async function talkCoverageOf(
  _actor: HrActor | OperatorActor,
  { from, to }: Span,
): Promise<CoverageSince | null> {
  const identity = db("identity");
  const first = await identity.departure.findFirst({
    where: {
      OR: [{ invitation: { isNot: null } }, { invited: { not: null } }],
      lastDay: { gte: from },
    },
    orderBy: { lastDay: "asc" },
    select: { lastDay: true },
  });
  if (!first) return null;
  const since = first.lastDay;
  const rows = await identity.departure.findMany({
    where: {
      kind: { in: [...RULE_KINDS] },
      lastDay: { gte: since, lte: to },
      // Somebody who stayed after all.
      NOT: { invitation: { state: "withdrawn" } },
      OR: [{ invited: null }, { invited: { not: "withdrawn" } }],
    },
    select: {
      exitTalk: { select: { state: true } },
      invitation: { select: { channel: true } },
      invited: true,
    },
  });
  return { since, ...coverageOf(underRule.parse(rows)) };
}
