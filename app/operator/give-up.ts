"use server";

import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import type { OperatorActor } from "@/lib/auth/actor";
import { requireOperator } from "@/lib/auth/require";
import { giveUpRound } from "@/lib/discarding/mutations";
import { reasonOf } from "@/lib/discarding/reason";
import { isQuarter, type Quarter } from "@/lib/quarters/quarter";
import { RoundRefused } from "@/lib/rounds/state";

type Said = { readonly done: string } | { readonly problem: string };

async function outcomeOf(actor: OperatorActor, quarter: Quarter, form: FormData): Promise<Said> {
  const reason = reasonOf(String(form.get("reason") ?? ""));
  if (reason === null) return { problem: "give-up-reason" };
  if (String(form.get("word") ?? "").trim() !== quarter) return { problem: "give-up-word" };
  try {
    const first = await giveUpRound(actor, quarter, reason, new Date());
    return first ? { done: "give-up" } : { problem: "already" };
  } catch (cause) {
    if (cause instanceof RoundRefused) return { problem: cause.reason };
    throw cause;
  }
}

/** Sets aside a round whose keys are lost, when whoever asks has said why and written the quarter once more. */
export async function giveUp(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const quarter = String(form.get("quarter"));
  if (!isQuarter(quarter)) return redirect("/operator");
  const said = await outcomeOf(actor, quarter, form);
  redirect(`/operator?${new URLSearchParams({ quarter, ...said })}`);
}
