"use server";

import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import type { OperatorActor } from "@/lib/auth/actor";
import { requireOperator } from "@/lib/auth/require";
import { OtherPartyAway } from "@/lib/parties/away";
import { noteOf } from "@/lib/publishing/note";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { PublishRefused } from "@/lib/reports/blockers";
import { publishedQuarters } from "@/lib/reports/data";
import { publishApart } from "@/lib/threads/publishing";

type Said = { readonly done: string } | { readonly problem: string };

async function outcomeOf(actor: OperatorActor, quarter: Quarter, form: FormData): Promise<Said> {
  const note = noteOf(String(form.get("note") ?? ""));
  if (note === null) return { problem: "correct-note" };
  if (!(await publishedQuarters(actor)).has(quarter)) return { problem: "already" };
  try {
    const { isNew } = await publishApart(actor, quarter, new Date(), { note });
    return isNew ? { done: "correct" } : { problem: "correct-same" };
  } catch (cause) {
    if (cause instanceof PublishRefused) return { problem: cause.blockers[0] ?? "unexpected" };
    if (cause instanceof OtherPartyAway) return { problem: "issuer-away" };
    throw cause;
  }
}

/** Publishes the next version of a report that is out, when whoever asks has said what it changes. */
export async function correctReport(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const quarter = String(form.get("quarter"));
  if (!isQuarter(quarter)) return redirect("/operator");
  const said = await outcomeOf(actor, quarter, form);
  redirect(`/operator?${new URLSearchParams({ quarter, ...said })}`);
}
