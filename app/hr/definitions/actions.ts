"use server";

import { revalidatePath } from "next/cache";
import { givenForm } from "@/app/_shell/given-form";
import { requireHr } from "@/lib/auth/require";
import { type RuleField, readRule, type TypedRule } from "@/lib/policies/decision";
import { decideRule, type RuleDecided } from "@/lib/policies/mutations";
import { dayAt } from "@/lib/quarters/today";

/** What the form shows after it was sent: what was typed, what must be changed, what became of it. */
export type SentRule = {
  readonly typed: TypedRule;
  readonly wrong: readonly RuleField[];
  readonly outcome: RuleDecided | null;
};

/** Notes what the region has decided about the motion's rule. What was typed comes back when something is wrong. */
export async function decidePolicy(_before: SentRule, sent: FormData): Promise<SentRule> {
  const form = givenForm(sent);
  const actor = await requireHr();
  const of = (name: string) => String(form.get(name) ?? "");
  const typed: TypedRule = {
    ...{ after: of("after"), threshold: of("threshold"), years: of("years") },
    ...{ rule: of("rule"), kinds: form.getAll("kinds").join(","), from: of("from") },
    reason: of("reason"),
  };
  const now = new Date();
  const read = readRule(typed, dayAt(now));
  if ("wrong" in read) return { typed, wrong: read.wrong, outcome: null };
  const outcome = await decideRule(actor, read.draft, now);
  revalidatePath("/hr/definitions");
  return { typed, wrong: [], outcome };
}
