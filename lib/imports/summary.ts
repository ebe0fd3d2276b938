import { z } from "zod";
import { DEPARTURE_KINDS } from "@/lib/departures/kind";
import { type KindPlan, numbersOf, shownPlan } from "./kind-plan";

const count = z.number().int().nonnegative();

/** What is kept of an import: counts. No row, since a last day would outlive its departure's purge. */
export const importSummarySchema = z.object({
  added: count,
  changed: count,
  unchanged: count,
  removed: count,
  /** Of departures: what the auditor confirms. */
  numbers: z.array(
    z.object({
      unitCode: z.string(),
      kind: z.enum(DEPARTURE_KINDS),
      added: count,
      removed: count,
    }),
  ),
});

export type ImportSummary = z.infer<typeof importSummarySchema>;

/** What the import record says of a plan. */
export function importSummary(planned: KindPlan): ImportSummary {
  const { added, changed, unchanged, removed } = shownPlan(planned, 0);
  return {
    added: added.count,
    changed: changed.count,
    unchanged,
    removed: removed.count,
    numbers: [...numbersOf(planned)],
  };
}
