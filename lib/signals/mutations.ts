import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { batches } from "@/lib/imports/batches";
import { type Pace, unwatched } from "@/lib/imports/pace";
import { type Plan, writtenRows } from "@/lib/imports/plan";
import type { SignalRow } from "@/lib/signals/signal";

type Writer = Prisma.TransactionClient;

/** One array a column, as headcount is written. */
const ROWS = 20_000;

const keysOf = (rows: readonly SignalRow[]) => ({
  units: rows.map(({ unitCode }) => unitCode),
  periods: rows.map(({ period }) => period),
  signals: rows.map(({ signal }) => signal),
});

/** Writes what a plan of signals says. */
export async function writeSignals(
  _actor: HrActor,
  writer: Writer,
  plan: Plan<SignalRow>,
  pace: Pace = unwatched,
): Promise<void> {
  for (const rows of batches(plan.removed, ROWS)) {
    const { units, periods, signals } = keysOf(rows);
    await writer.$executeRaw`
      DELETE FROM identity.signals
      WHERE (unit_code, period, signal) IN (
        SELECT * FROM unnest(${units}::text[], ${periods}::text[], ${signals}::text[]))`;
  }
  const written = writtenRows(plan);
  let done = 0;
  for (const rows of batches(written, ROWS)) {
    const { units, periods, signals } = keysOf(rows);
    const values = rows.map(({ value }) => value);
    const answers = rows.map((row) => row.answers);
    await writer.$executeRaw`
      INSERT INTO identity.signals (unit_code, period, signal, value, answers)
      SELECT * FROM unnest(${units}::text[], ${periods}::text[], ${signals}::text[],
                           ${values}::float8[], ${answers}::int[])
      ON CONFLICT (unit_code, period, signal)
      DO UPDATE SET value = excluded.value, answers = excluded.answers`;
    done += rows.length;
    await pace(done / written.length);
  }
}
