"use server";

import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import { requireAuditor } from "@/lib/auth/require";
import { confirmChange, refuseChange } from "@/lib/changes/mutations";
import { type Decided, readReason } from "@/lib/changes/proposal";

const page = (outcome: string) => redirect(`/auditor/changes?${new URLSearchParams({ outcome })}`);

const outcomeOf = (said: Decided, done: string): string => {
  if (said === "done") return done;
  return said === "over" ? "late" : said;
};

const numberIn = (form: FormData) => {
  const number = Number(form.get("number"));
  return Number.isSafeInteger(number) ? number : 0;
};

export async function confirm(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireAuditor();
  const said = await confirmChange(actor, numberIn(form), new Date());
  page(outcomeOf(said, "confirmed"));
}

export async function refuse(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireAuditor();
  const refusal = readReason(String(form.get("refusal") ?? ""));
  if (refusal === null) return page("refusal");
  const said = await refuseChange(actor, numberIn(form), refusal, new Date());
  page(outcomeOf(said, "refused"));
}
