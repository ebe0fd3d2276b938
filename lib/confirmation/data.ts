import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import type { AuditorActor } from "@/lib/auth/actor";
import {
  type ConfirmedNumber,
  confirmedNumbers,
  type DepartureCount,
  departureCountSchema,
  numbersHash,
  wayOf,
} from "@/lib/confirmation/counts";
import {
  type RoundInequality,
  roundInequalities,
  type YearInequality,
  yearInequality,
} from "@/lib/confirmation/inequalities";
import { decisionThatHolds, type Standing, standingOf } from "@/lib/confirmation/standing";
import { type Compared, comparedWithUsual } from "@/lib/confirmation/usual";
import { yearCounts } from "@/lib/confirmation/year";
import { db } from "@/lib/db/clients";
import { invitationRules } from "@/lib/invitations/data";
import type { InvitationRules } from "@/lib/invitations/decide";
import { firstDayOf, quarterOf, shiftQuarter } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { readLog } from "@/lib/transparency/data";

// Everything here is read as sorti_confirmer, which sees counts and no person.

type Reader = Prisma.TransactionClient;

const grouped = z.array(departureCountSchema.extend({ importId: z.string().nullable() }));
type Grouped = z.infer<typeof grouped>[number];

/** The region's departures in counts; of one import, or all. */
async function departureCounts(reader: Reader, importId?: string): Promise<Grouped[]> {
  const rows = await reader.$queryRaw`
    SELECT import_id AS "importId", unit_code AS "unitCode", month, kind, delivery, protected, addressed, invited, n
    FROM identity.departure_counts
    WHERE ${importId ?? null}::uuid IS NULL OR import_id = ${importId ?? null}::uuid`;
  return grouped.parse(rows);
}

/** The numbers of an import as they stand in this moment, or as a transaction sees them. */
export async function numbersNow(
  id: string,
  reader: Reader = db("confirmer"),
): Promise<readonly ConfirmedNumber[]> {
  return confirmedNumbers(await departureCounts(reader, id), await invitationRules(reader));
}

export type ImportToConfirm = {
  readonly id: string;
  readonly importedAt: Date;
  /** Name, or what ran the command. */
  readonly importedBy: string;
  /** Whether the reader imported it, and so cannot confirm it. */
  readonly own: boolean;
  /** Departures that belong to it now: later imports can have taken some over. */
  readonly departures: number;
  readonly standing: Standing;
  readonly decided: {
    readonly at: Date;
    readonly by: string;
    readonly reason: string | null;
  } | null;
};

const ofImport = { id: true, importedAt: true, importedBy: true, confirmations: true } as const;

const importsOfDepartures = (where: { readonly id?: string }) =>
  db("confirmer").importRecord.findMany({
    where: { ...where, kind: "departures" },
    orderBy: [{ importedAt: "desc" }, { id: "asc" }],
    select: ofImport,
  });

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await db("confirmer").user.findMany({
    where: { id: { in: ids.filter((id) => z.uuid().safeParse(id).success) } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

async function described(
  actor: AuditorActor,
  records: Awaited<ReturnType<typeof importsOfDepartures>>,
  counts: readonly Grouped[],
): Promise<readonly ImportToConfirm[]> {
  const names = await namesOf(
    records.flatMap(({ importedBy, confirmations }) => [
      importedBy,
      ...confirmations.map(({ decidedBy }) => decidedBy),
    ]),
  );
  const named = (user: string) => names.get(user) ?? user;
  return records.map(({ id, importedAt, importedBy, confirmations }) => {
    const own = counts.filter(({ importId }) => importId === id);
    const departures = own.reduce((sum, { n }) => sum + n, 0);
    const holds = decisionThatHolds(confirmations);
    return {
      id,
      importedAt,
      importedBy: named(importedBy),
      own: importedBy === actor.user,
      departures,
      standing: standingOf(confirmations, departures),
      decided: holds && { at: holds.decidedAt, by: named(holds.decidedBy), reason: holds.reason },
    };
  });
}

/** Every import of departures, newest first. */
export async function importsToConfirm(actor: AuditorActor): Promise<readonly ImportToConfirm[]> {
  const records = await importsOfDepartures({});
  return described(actor, records, await departureCounts(db("confirmer")));
}

export type ConfirmationFacts = ImportToConfirm & {
  readonly numbers: readonly ConfirmedNumber[];
  /** What is confirmed: the hash of the numbers shown. */
  readonly seen: string;
  readonly compared: readonly Compared[];
  readonly sharedAddresses: readonly { readonly unitCode: string; readonly n: number }[];
  readonly rounds: readonly RoundInequality[];
  readonly year: YearInequality;
  /** Unit code → name. */
  readonly units: ReadonlyMap<string, string>;
};

const linked = z.array(z.object({ unitCode: z.string(), month: z.string(), n: z.number() }));
const shared = z.array(z.object({ unitCode: z.string(), n: z.number() }));

const linkCounts = async () =>
  linked.parse(
    await db("confirmer").$queryRaw`SELECT unit AS "unitCode", month, n FROM issuer.link_counts`,
  );

const sharedAddresses = async () =>
  shared.parse(
    await db("confirmer").$queryRaw`
      SELECT unit_code AS "unitCode", n FROM identity.shared_addresses ORDER BY unit_code`,
  );

/** This quarter, the three before it and what is known of later ones. */
const yearFrom = (now: Date) => firstDayOf(shiftQuarter(quarterOf(dayAt(now)), -3)).slice(0, 7);

const invites = (row: DepartureCount, rules: InvitationRules) =>
  ["mail", "letter"].includes(wayOf(row, rules));

/** All that the auditor is shown of one import; null when there is none. */
export async function importToConfirm(
  actor: AuditorActor,
  id: string,
  now = new Date(),
): Promise<ConfirmationFacts | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const reader = db("confirmer");
  const counts = await departureCounts(reader);
  const [record] = await described(actor, await importsOfDepartures({ id }), counts);
  if (!record) return null;
  const rules = await invitationRules(reader);
  const own = counts.filter(({ importId }) => importId === id);
  const numbers = confirmedNumbers(own, rules);
  const coming = (row: Grouped) => row.importId === id && invites(row, rules);
  const here = (row: Grouped) => (row.importId === id && row.invited) || coming(row);
  const rows = counts.map((row) => ({
    ...row,
    here: here(row) ? row.n : 0,
    coming: coming(row),
  }));
  return {
    ...record,
    numbers,
    seen: numbersHash(numbers),
    compared: comparedWithUsual(rows),
    sharedAddresses: await sharedAddresses(),
    rounds: roundInequalities(await readLog()),
    year: yearInequality(yearCounts(rows, await linkCounts(), yearFrom(now))),
    units: await unitNames(),
  };
}

async function unitNames(): Promise<ReadonlyMap<string, string>> {
  const units = await db("confirmer").unit.findMany({ select: { code: true, name: true } });
  return new Map(units.map(({ code, name }) => [code, name]));
}

/** The rounds' inequality, for the auditor's list. */
export async function roundsHeldAgainstLinks(
  _actor: AuditorActor,
): Promise<readonly RoundInequality[]> {
  return roundInequalities(await readLog());
}
