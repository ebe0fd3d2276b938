"use server";

import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import type { OperatorActor } from "@/lib/auth/actor";
import { requireOperator } from "@/lib/auth/require";
import { tellAuditors } from "@/lib/change-mails/mutations";
import { type Proposed, propose, withdrawChange } from "@/lib/changes/mutations";
import {
  type Asked,
  type ProposalField,
  readReason,
  readTerms,
  type TypedProposal,
} from "@/lib/changes/proposal";
import { isQuarter } from "@/lib/quarters/quarter";

/** What a form shows after it was sent: what was typed, what must be changed, what became of it. */
export type Sent = {
  readonly typed: TypedProposal;
  readonly wrong: readonly ProposalField[];
  readonly outcome: Exclude<Proposed["outcome"], "proposed" | "made"> | null;
};

async function asked(actor: OperatorActor, typed: TypedProposal, wanted: Asked): Promise<Sent> {
  const now = new Date();
  const { outcome } = await propose(actor, wanted, now);
  if (outcome !== "proposed" && outcome !== "made") return { typed, wrong: [], outcome };
  // The proposal stands whatever happens to the mail: the server goes on trying.
  if (outcome === "proposed") await tellAuditors(now).catch(() => 0);
  // The page says it: a form is not there while its proposal waits.
  return redirect(`/operator/changes?${new URLSearchParams({ outcome })}`);
}

const typedIn = (form: FormData): TypedProposal => {
  const of = (name: string) => String(form.get(name) ?? "");
  return { k: of("k"), c: of("c"), graceDays: of("graceDays"), reason: of("reason") };
};

/** Asks for other limits of coming rounds. What was typed comes back when something must be changed. */
export async function changeLimits(_before: Sent, sent: FormData): Promise<Sent> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const typed = typedIn(form);
  const read = readTerms(typed);
  if ("wrong" in read) return { typed, wrong: read.wrong, outcome: null };
  return asked(actor, typed, read.asked);
}

/** Asks to close the open quarter before its last day. */
export async function proposeClosing(_before: Sent, sent: FormData): Promise<Sent> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const typed = typedIn(form);
  const reason = readReason(typed.reason);
  const quarter = String(form.get("quarter"));
  if (!isQuarter(quarter)) return redirect("/operator/changes");
  if (reason === null) return { typed, wrong: ["reason"], outcome: null };
  return asked(actor, typed, { what: "early-close", quarter, reason });
}

export async function withdraw(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const said = await withdrawChange(actor, Number(form.get("number")), new Date());
  const outcome = { done: "withdrawn", over: "late" }[said as string] ?? said;
  redirect(`/operator/changes?${new URLSearchParams({ outcome })}`);
}
