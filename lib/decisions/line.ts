import { z } from "zod";
import { FURTHER_KINDS } from "@/lib/invitations/whom-to-invite";
import { LONGEST_REASON } from "@/lib/programme/decision";
import { SCOPES } from "@/lib/programme/scope";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { canonicalJson } from "@/lib/sealing/canonical";
import { RULE_READINGS } from "@/lib/turnover/policy";

const quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));

/** What every decision of the employer's says in the public log. Never who took it: a log is for ever. */
const decided = {
  /** Decisions of a kind are counted from 1. */
  number: z.int().min(1),
  fromQuarter: quarter,
  reason: z.string().max(LONGEST_REASON),
  /** Empty in decisions from before it was kept. */
  decidedOn: z.union([z.iso.date(), z.literal("")]),
};

/** The motion's rule: the threshold (0.1 = 10 %), during how many years, by which reading; and who is invited beside those who resign or retire. */
const rule = z.strictObject({
  ...decided,
  threshold: z.number().gt(0).lt(1),
  years: z.int().min(1),
  rule: z.enum(RULE_READINGS),
  kinds: z.array(z.enum(FURTHER_KINDS)),
});

/** Which units are invited; `units`: codes of the centres that were flagged when it was decided. */
const programme = z.strictObject({
  ...decided,
  scope: z.enum(SCOPES),
  units: z.array(z.string().max(200)),
});

/** A decision as its line in the public log says it. */
export const decisionLine = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rule-decided"), content: rule }),
  z.strictObject({ kind: z.literal("programme-decided"), content: programme }),
]);
export type DecisionLine = z.infer<typeof decisionLine>;

type Logged = { readonly kind: string; readonly content: string };

/** A decision, and the line of the public log that tells it; null while none does. */
export type Told<L extends Logged> = { readonly line: DecisionLine; readonly entry: L | null };

/**
 * Whether a log's line tells a decision: it says nothing else than the decision does. A line from before a decision
 * had a field more is the same decision; one that was taken anew under a number that a restored database had
 * forgotten is another.
 */
export function isLineOf(line: DecisionLine, logged: Logged): boolean {
  if (logged.kind !== line.kind) return false;
  const said: unknown = JSON.parse(logged.content);
  const content = new Map<string, unknown>(Object.entries(line.content));
  return (
    typeof said === "object" &&
    said !== null &&
    Object.entries(said).every(
      ([field, value]) =>
        content.has(field) && canonicalJson(content.get(field)) === canonicalJson(value),
    )
  );
}

/** The line that tells a decision; undefined while none does. */
export const lineOf = <L extends Logged>(
  line: DecisionLine,
  entries: readonly L[],
): L | undefined => entries.find((entry) => isLineOf(line, entry));

/** The decision that a log's line tells; null for a line that tells none. */
export function decisionIn({ kind, content }: Logged): DecisionLine | null {
  try {
    const read = decisionLine.safeParse({ kind, content: JSON.parse(content) });
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The decisions that a log tells, in its order. */
export function decisionsIn<L extends Logged>(
  entries: readonly L[],
): readonly { readonly line: DecisionLine; readonly entry: L }[] {
  return entries.flatMap((entry) => {
    const line = decisionIn(entry);
    return line ? [{ line, entry }] : [];
  });
}
