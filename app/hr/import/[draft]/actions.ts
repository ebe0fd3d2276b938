"use server";

import { redirect } from "next/navigation";
import { requireHr } from "@/lib/auth/require";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { ImportFailed } from "@/lib/imports/failed";
import { cancelDraft, confirmDraft } from "@/lib/imports/mutations";

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Where the person goes next: the list, or the preview as it is now. */
async function carriedOut(id: string, seen: string): Promise<string> {
  const actor = await requireHr();
  try {
    const confirmed = await confirmDraft(actor, id, seen);
    if (confirmed.outcome === "applied") {
      await confirmInDemonstration(confirmed.importId);
      return `/hr/import?done=${confirmed.importId}`;
    }
    if (confirmed.outcome === "gone") return "/hr/import?gone=1";
    return `/hr/import/${encodeURIComponent(id)}`;
  } catch (error) {
    if (!(error instanceof ImportFailed)) throw error;
    return `/hr/import/${encodeURIComponent(id)}?failed=1`;
  }
}

export async function confirm(form: FormData): Promise<void> {
  redirect(await carriedOut(text(form, "draft"), text(form, "seen")));
}

export async function cancel(form: FormData): Promise<void> {
  await cancelDraft(await requireHr(), text(form, "draft"));
  redirect("/hr/import");
}
