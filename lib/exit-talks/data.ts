import { z } from "zod";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { type Coverage, coverageOf, HOLDERS, type Holder, type TalkState } from "./talk";
import { talkTokenHash } from "./token";

const stored = z.object({
  state: z.enum(["offered", "wished", "declined", "held"]),
  holder: z.enum(HOLDERS).nullable(),
  contact: z.string().nullable(),
});

export type StoredTalk = {
  readonly state: TalkState;
  readonly holder: Holder | null;
  readonly contact: string | null;
};

/** What the link's own page shows: the token is the permission. `null` when it opens nothing. */
export async function talkOf(token: string): Promise<StoredTalk | null> {
  const row = await db("identity").exitTalk.findUnique({
    where: { tokenHash: talkTokenHash(token) },
    select: { state: true, holder: true, contact: true },
  });
  return row && stored.parse(row);
}

export type TalkLine = StoredTalk & {
  readonly id: string;
  readonly unitCode: string;
  readonly unit: string;
  readonly lastDay: string;
};

/** Every offered talk, the latest last day first. It says nothing about the survey, because nothing here knows. */
export async function talkLines(_actor: HrActor): Promise<readonly TalkLine[]> {
  const identity = db("identity");
  const [rows, units] = await Promise.all([
    identity.exitTalk.findMany({
      include: { departure: { select: { unitCode: true, lastDay: true } } },
      orderBy: [{ departure: { lastDay: "desc" } }, { id: "asc" }],
    }),
    identity.unit.findMany({ select: { code: true, name: true } }),
  ]);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return rows.map(({ id, departure, ...talk }) => ({
    ...stored.parse(talk),
    id,
    unitCode: departure.unitCode,
    unit: names.get(departure.unitCode) ?? departure.unitCode,
    lastDay: departure.lastDay,
  }));
}

/** The region's own rule is that everyone who is invited is offered a talk: offered and held among them. */
export async function talkCoverage(_actor: HrActor): Promise<Coverage> {
  const identity = db("identity");
  const [rows, invited] = await Promise.all([
    identity.exitTalk.findMany({ select: { state: true, holder: true, contact: true } }),
    identity.invitation.count(),
  ]);
  return coverageOf(
    rows.map((row) => stored.parse(row).state),
    invited,
  );
}
