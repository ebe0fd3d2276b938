import { z } from "zod";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import type { AttackReport } from "./report";

/** After a mix, in the night, or when the operator asked for it. */
export const OCCASIONS = ["mix", "night", "command"] as const;
export type Occasion = (typeof OCCASIONS)[number];

const OUTCOMES = ["held", "leaked", "no-rights", "failed"] as const;

const schema = z.object({
  /** The round that was mixed last. */
  quarter: z.string().refine(isQuarter),
  occasion: z.enum(OCCASIONS),
  held: z.boolean(),
  results: z.array(
    z.object({
      attack: z.string(),
      outcome: z.enum(OUTCOMES),
      leaks: z.number(),
      figures: z.record(z.string(), z.number()),
    }),
  ),
  versions: z.record(z.string(), z.string()),
  /** How long it took; older entries do not say. */
  seconds: z.int().min(0).optional(),
});

/** What the public log keeps of an attack on the installation: figures and outcomes, nothing about anybody. */
export type AttackRecord = z.infer<typeof schema> & { readonly quarter: Quarter };

const rounded = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Number(value.toFixed(3))]),
  );

/** A report as it is logged. Leaks are counted; their sentences may name files and stay with the operator. */
export function recordOf(
  report: AttackReport,
  about: Pick<AttackRecord, "quarter" | "occasion" | "versions">,
): AttackRecord {
  const results = report.findings.map(({ attack, outcome, leaks, figures }) => {
    return { attack, outcome, leaks: leaks.length, figures: rounded(figures) };
  });
  const took = report.seconds === undefined ? {} : { seconds: report.seconds };
  return { ...about, held: report.held, results, ...took };
}

/** A logged attack, read back; null when the entry is none. */
export function readRecord(content: string): AttackRecord | null {
  try {
    const parsed = schema.safeParse(JSON.parse(content));
    return parsed.success ? (parsed.data as AttackRecord) : null;
  } catch {
    return null;
  }
}
