import { z } from "zod";
import { type NodeId, REGION, SERIES } from "@/lib/disclosure/release";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";

const quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));
const node = z.custom<NodeId>(
  (value) => value === REGION || (typeof value === "string" && /^(unit|group):./.test(value)),
);
const count = z.int().min(0);

const itemTotal = z.discriminatedUnion("kind", [
  /** Answers and their sum. */
  z.strictObject({ kind: z.literal("scale"), fingerprint: z.string(), n: count, sum: count }),
  /** People since the item began (answered or not), and class counts with `NO_ANSWER`. */
  z.strictObject({
    kind: z.literal("classes"),
    fingerprint: z.string(),
    n: count,
    counts: z.record(z.string(), count),
  }),
]);

/** A unit's way to its atom: counts only, the quarter they began in, the strictest limits they span. */
const unitTotals = z.strictObject({
  unit: z.string().min(1),
  series: z.enum(SERIES),
  from: quarter,
  n: z.int().min(1),
  k: z.int().min(5),
  c: z.union([z.literal(0), z.literal(1)]),
  items: z.record(z.string(), itemTotal),
});

/** What was left over when the last cells formed, at the node where it waits. Class counts follow from it. */
const leftOver = z.strictObject({
  slice: z.enum(["answers", "background"]),
  node,
  series: z.enum(SERIES),
  from: quarter,
  n: z.int().min(1),
  items: z.record(
    z.string(),
    z.strictObject({ fingerprint: z.string(), options: z.record(z.string(), count) }),
  ),
});

/** The sealed totals' plaintext: counts, never a row. Both lists are sorted, so their order tells nothing. */
export const waitingSchema = z.strictObject({
  version: z.literal(1),
  units: z.array(unitTotals),
  cells: z.array(leftOver),
});

export type Waiting = z.infer<typeof waitingSchema>;
export type UnitTotals = z.infer<typeof unitTotals>;
export type ItemTotal = z.infer<typeof itemTotal>;
export type LeftOver = z.infer<typeof leftOver>;

/** What waits before the first round. */
export const NOTHING_WAITING: Waiting = { version: 1, units: [], cells: [] };
