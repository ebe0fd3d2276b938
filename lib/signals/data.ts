import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import { SIGNALS, type SignalRow } from "@/lib/signals/signal";

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
