import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { decisionThatHolds, type Standing, standingOf } from "@/lib/confirmation/standing";
import { db } from "@/lib/db/clients";
import { nameOf } from "@/lib/departures/same";
import { changedSince, inverse, unpackUndo } from "@/lib/imported/undo";
import { batches } from "@/lib/imports/batches";
import { importKindSchema, storedUnits } from "@/lib/imports/data";
import { type ImportKind, type KindPlan, planHash } from "@/lib/imports/kind-plan";
import { straight } from "@/lib/imports/pace";
import { writtenRows } from "@/lib/imports/plan";
import { type ImportSummary, importSummarySchema } from "@/lib/imports/summary";
import { canonicalJson } from "@/lib/sealing/canonical";
import { storedSignals } from "@/lib/signals/data";
import { keyOf } from "@/lib/signals/plan";
import { headcountChangedSince } from "@/lib/units/data";
import type { UnitRow } from "@/lib/units/row";

type Reader = Prisma.TransactionClient;

/**
 * Whether an import can be taken back, and what that would do. `gone`: taken back already, or more than a week
 * old. `changed`: so many of its rows are another import's by now. `in-use`: units that it added have got staff,
 * departures, actions, explanations or units of their own.
 */
export type UndoOf =
  | { readonly outcome: "possible"; readonly planned: KindPlan; readonly hash: string }
  | { readonly outcome: "changed"; readonly rows: number }
  | { readonly outcome: "in-use"; readonly units: readonly string[] }
  | { readonly outcome: "gone" };

type Kept = { readonly id: string; readonly done: KindPlan };

const HELD: {
  readonly [K in KindPlan["kind"]]: (
    reader: Reader,
    id: string,
    plan: Extract<KindPlan, { kind: K }>["plan"],
  ) => Promise<number>;
} = {
  units: async (reader, _id, plan) => {
    const now = new Map((await storedUnits(reader)).map((unit) => [unit.code, unit]));
    const text = (unit: UnitRow | undefined) => unit && canonicalJson(unit);
    return changedSince(
      plan,
      ({ code }) => text(now.get(code)),
      (unit) => canonicalJson(unit),
    );
  },
  headcount: (reader, _id, plan) => headcountChangedSince(reader, plan),
  signals: async (reader, _id, plan) => {
    const stored = await storedSignals(reader, [...writtenRows(plan), ...plan.removed]);
    const now = new Map(stored.map((row) => [keyOf(row), canonicalJson(row)]));
    return changedSince(plan, (row) => now.get(keyOf(row)), canonicalJson);
  },
  // Every later change of a departure makes it a later import's.
  departures: async (reader, id, plan) => {
    const select = { pseudonym: true, unitCode: true, lastDay: true, importId: true } as const;
    const own = await reader.departure.findMany({ where: { importId: id }, select });
    const now = new Map(own.map((row) => [nameOf(row), id]));
    for (const rows of batches(plan.removed)) {
      const where = { pseudonym: { in: rows.map(({ pseudonym }) => pseudonym) } };
      const others = await reader.departure.findMany({ where, select });
      for (const row of others) now.set(nameOf(row), row.importId ?? "");
    }
    return changedSince(
      plan,
      (row) => now.get(nameOf(row)),
      () => id,
    );
  },
};

function changedRows(reader: Reader, { id, done }: Kept): Promise<number> {
  switch (done.kind) {
    case "units":
      return HELD.units(reader, id, done.plan);
    case "headcount":
      return HELD.headcount(reader, id, done.plan);
    case "departures":
      return HELD.departures(reader, id, done.plan);
    case "signals":
      return HELD.signals(reader, id, done.plan);
  }
}

/** Units that an import added and that something hangs on by now. */
async function unitsInUse(reader: Reader, { done }: Kept): Promise<readonly string[]> {
  if (done.kind !== "units" || done.plan.added.length === 0) return [];
  const added = done.plan.added.map(({ code }) => code);
  const rows = await reader.$queryRaw`
    SELECT u.code FROM unnest(${added}::text[]) AS u(code)
    WHERE EXISTS (SELECT FROM identity.headcount WHERE unit_code = u.code)
       OR EXISTS (SELECT FROM identity.departures WHERE unit_code = u.code)
       OR EXISTS (SELECT FROM identity.signals WHERE unit_code = u.code)
       OR EXISTS (SELECT FROM identity.actions WHERE unit_code = u.code)
       OR EXISTS (SELECT FROM identity.explanations WHERE unit_code = u.code)
       OR EXISTS (SELECT FROM identity.units o WHERE o.code <> ALL (${added}::text[])
                  AND (o.parent_code = u.code OR u.code = ANY (o.predecessors)))
    ORDER BY 1`;
  return z
    .array(z.object({ code: z.string() }))
    .parse(rows)
    .map(({ code }) => code);
}

/** What taking an import back would do now; inside a transaction, as that transaction sees it. */
export async function undoOf(
  _actor: HrActor,
  id: string,
  now = new Date(),
  reader: Reader = db("identity"),
): Promise<UndoOf> {
  if (!z.uuid().safeParse(id).success) return { outcome: "gone" };
  const found = await reader.importUndo.findFirst({
    where: { importId: id, until: { gte: now }, importRecord: { undoneBy: null } },
  });
  if (!found) return { outcome: "gone" };
  const kept = { id, done: await unpackUndo(found.plan) };
  const rows = await changedRows(reader, kept);
  if (rows > 0) return { outcome: "changed", rows };
  const units = await unitsInUse(reader, kept);
  if (units.length > 0) return { outcome: "in-use", units };
  const planned = inverse(kept.done);
  return { outcome: "possible", planned, hash: straight(planHash(planned)) };
}

export type ImportLine = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly importedAt: Date;
  /** Name, or what ran the command. */
  readonly importedBy: string;
  readonly summary: ImportSummary;
  /** Of departures: where the import stands with custodian 2 or the auditor. */
  readonly standing: Standing;
  /** Whose word that is (`identity.users.id`, or `DEMONSTRATION`), and why a refusal. */
  readonly decidedBy: string | null;
  readonly reason: string | null;
  /** It takes back the import of that moment; null for one that brought a file. */
  readonly undoes: Date | null;
  /** `possible`: not yet taken back, and not too old. Whether it can be is known when it is asked for. */
  readonly undo: "possible" | "done" | "too-late";
};

/** The names of accounts, by their ids; what is no account's id has none. */
export async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const accounts = ids.filter((id) => z.uuid().safeParse(id).success);
  const users = await db("identity").user.findMany({ where: { id: { in: accounts } } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** The latest imports, newest first. */
export async function latestImports(
  _actor: HrActor,
  atMost = 20,
  now = new Date(),
): Promise<readonly ImportLine[]> {
  const identity = db("identity");
  const records = await identity.importRecord.findMany({
    orderBy: [{ importedAt: "desc" }, { id: "asc" }],
    take: atMost,
    include: {
      confirmations: true,
      undone: true,
      undoneBy: true,
      undo: { select: { until: true } },
    },
  });
  const belong = await identity.departure.groupBy({
    by: ["importId"],
    where: { importId: { in: records.map(({ id }) => id) } },
    _count: true,
  });
  const departures = new Map(belong.map(({ importId, _count }) => [importId, _count]));
  const names = await namesOf(records.map(({ importedBy }) => importedBy));
  return records.map(({ id, kind, importedAt, importedBy, summary, confirmations, ...undo }) => ({
    id,
    kind: importKindSchema.parse(kind),
    importedAt,
    importedBy: names.get(importedBy) ?? importedBy,
    summary: importSummarySchema.parse(summary),
    standing: standingOf(confirmations, departures.get(id) ?? 0),
    decidedBy: decisionThatHolds(confirmations)?.decidedBy ?? null,
    reason: decisionThatHolds(confirmations)?.reason ?? null,
    undoes: undo.undone?.importedAt ?? null,
    undo: undo.undoneBy ? "done" : undo.undo && undo.undo.until >= now ? "possible" : "too-late",
  }));
}
