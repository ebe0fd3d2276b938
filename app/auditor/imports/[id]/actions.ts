"use server";

import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import { requireAuditor } from "@/lib/auth/require";
import { confirmImport, finishConfirmations, refuseImport } from "@/lib/confirmation/mutations";
import { isPart } from "@/lib/env";

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

const page = (id: string, outcome: string) =>
  redirect(`/auditor/imports/${encodeURIComponent(id)}?${new URLSearchParams({ outcome })}`);

/**
 * The confirmation stands whatever happens to its line in the log: the server goes on trying. Only the
 * collector writes the log, so an issuer of its own never knows here that the line is there.
 */
async function finished(): Promise<"confirmed" | "unlogged"> {
  try {
    await finishConfirmations();
    return isPart("collector") ? "confirmed" : "unlogged";
  } catch {
    return "unlogged";
  }
}

export async function confirm(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireAuditor();
  const id = text(form, "import");
  const { outcome } = await confirmImport(actor, id, text(form, "seen"));
  page(id, outcome === "confirmed" ? await finished() : outcome);
}

export async function refuse(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireAuditor();
  const id = text(form, "import");
  page(id, (await refuseImport(actor, id, text(form, "reason"))).outcome);
}
