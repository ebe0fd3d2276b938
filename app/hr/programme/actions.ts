"use server";

import { revalidatePath } from "next/cache";
import { givenForm } from "@/app/_shell/given-form";
import { requireHr } from "@/lib/auth/require";
import { type DraftField, readDraft, type Typed } from "@/lib/programme/decision";
import { type Decided, decide } from "@/lib/programme/mutations";
import { dayAt } from "@/lib/quarters/today";
import { flaggedCentres } from "@/lib/turnover/data";

/** What the form shows after it was sent: what was typed, what must be changed, what became of it. */
export type Sent = {
  readonly typed: Typed;
  readonly wrong: readonly DraftField[];
  readonly outcome: Decided | null;
};

/** Decides from which quarter which units are invited. What was typed comes back when something must be changed. */
export async function decideProgramme(_before: Sent, sent: FormData): Promise<Sent> {
  const form = givenForm(sent);
  const actor = await requireHr();
  const of = (name: string) => String(form.get(name) ?? "");
  const typed: Typed = {
    ...{ after: of("after"), scope: of("scope"), from: of("from") },
    ...{ reason: of("reason"), cost: of("cost") },
  };
  const now = new Date();
  const read = readDraft(typed, dayAt(now));
  if ("wrong" in read) return { typed, wrong: read.wrong, outcome: null };
  const flagged = await flaggedCentres(actor, dayAt(now));
  const outcome = await decide(actor, read.draft, flagged, now);
  revalidatePath("/hr/programme");
  return { typed, wrong: [], outcome };
}
