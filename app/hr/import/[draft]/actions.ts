"use server";

import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import { requireHr } from "@/lib/auth/require";
import { draft } from "@/lib/drafts/data";
import { cancelDraft, storeDraft } from "@/lib/drafts/mutations";
import { isImportKind } from "@/lib/imports/kind-plan";

export async function cancel(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const draft = form.get("draft");
  await cancelDraft(await requireHr(), typeof draft === "string" ? draft : "");
  redirect("/hr/import");
}

/** Looks the same file through as another kind; the draft of the first kind is gone then. */
export async function takeAs(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireHr();
  const [given, kind] = [form.get("draft"), form.get("kind")];
  const found = typeof given === "string" ? await draft(actor, given) : null;
  if (!found || !isImportKind(kind)) redirect("/hr/import?gone=1");
  const { bytes, fileName } = found;
  const id = await storeDraft(actor, { kind, bytes, fileName });
  if (id !== found.id) await cancelDraft(actor, found.id);
  redirect(`/hr/import/${id}`);
}
