import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { SignalSum } from "@/lib/signals/means";
import { SIGNALS, type SignalName, type SignalRow } from "@/lib/signals/signal";

type Reader = Prisma.TransactionClient;

const rows = z.array(
  z.object({
    unitCode: z.string(),
    period: z.string(),
    signal: z.enum(SIGNALS),
    value: z.number(),
    answers: z.number().nullable(),
  }),
);

const orderBy = [
  { unitCode: "asc" as const },
  { period: "asc" as const },
  { signal: "asc" as const },
];

/** What is stored in the periods that the rows span, for a plan to be held against. */
export async function storedSignals(
  reader: Reader,
  about: readonly SignalRow[],
): Promise<SignalRow[]> {
  const periods = [...new Set(about.map(({ period }) => period))].sort();
  const period = { gte: periods[0] ?? "", lte: periods.at(-1) ?? "" };
  const signal = { in: [...new Set(about.map((row) => row.signal))] };
  return rows.parse(await reader.signal.findMany({ where: { period, signal }, orderBy }));
}

/** All that is known of a unit beside turnover. */
export async function signalsOf(_actor: HrActor, unitCode: string): Promise<readonly SignalRow[]> {
  return rows.parse(await db("identity").signal.findMany({ where: { unitCode }, orderBy }));
}

const sums = z.array(
  z.object({
    ...{ place: z.string(), period: z.string(), signal: z.enum(SIGNALS) },
    ...{ units: z.number(), sum: z.number() },
    ...{ answered: z.number(), answers: z.number(), weighted: z.number() },
  }),
);

/** What units have together, for each place that they are members of: one query, whatever their number. */
export async function signalSums(
  _actor: HrActor,
  members: readonly { readonly unit: string; readonly place: string }[],
  signals: readonly SignalName[] = SIGNALS,
): Promise<readonly SignalSum[]> {
  const units = members.map(({ unit }) => unit);
  const places = members.map(({ place }) => place);
  const found = await db("identity").$queryRaw`
    SELECT m.place, s.period, s.signal, count(*)::int AS units, sum(s.value) AS sum,
           count(s.answers)::int AS answered, coalesce(sum(s.answers), 0)::int AS answers,
           coalesce(sum(s.value * s.answers), 0) AS weighted
    FROM unnest(${units}::text[], ${places}::text[]) AS m (unit_code, place)
    JOIN identity.signals s USING (unit_code)
    WHERE s.signal = ANY (${[...signals]}::text[])
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return sums.parse(found);
}
