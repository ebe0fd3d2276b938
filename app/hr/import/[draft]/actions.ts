"use server";

import { redirect } from "next/navigation";
import { requireHr } from "@/lib/auth/require";
import { cancelDraft } from "@/lib/drafts/mutations";

export async function cancel(form: FormData): Promise<void> {
  const draft = form.get("draft");
  await cancelDraft(await requireHr(), typeof draft === "string" ? draft : "");
  redirect("/hr/import");
}
