import { z } from "zod";
import { type Day, isQuarter, type Quarter } from "@/lib/quarters/quarter";

/** A drill as the public log tells it. */
export type NotedDrill = {
  readonly day: Day;
  readonly by: "passphrase" | "sheet";
  readonly quarters: readonly Quarter[];
};

const content = z.object({
  custodian: z.number(),
  by: z.enum(["passphrase", "sheet"]),
  quarters: z.array(z.string().refine(isQuarter)),
});

type Entry = { readonly kind: string; readonly day: Day; readonly content: string };

function drillIn(entry: Entry, custodian: 1 | 2): NotedDrill | null {
  if (entry.kind !== "key-drill") return null;
  const told = content.safeParse(JSON.parse(entry.content));
  if (!told.success || told.data.custodian !== custodian) return null;
  return { day: entry.day, by: told.data.by, quarters: told.data.quarters };
}

/** A custodian's latest drill with a kind of secret; null when there was none. `log`: oldest first. */
export function lastDrill(
  log: readonly Entry[],
  custodian: 1 | 2,
  by: NotedDrill["by"],
): NotedDrill | null {
  return log.map((entry) => drillIn(entry, custodian)).findLast((one) => one?.by === by) ?? null;
}
