"use server";

import { redirect } from "next/navigation";
import { requireHr } from "@/lib/auth/require";
import { confirmInDemonstration } from "@/lib/confirmation/mutations";
import { undoImport } from "@/lib/imported/mutations";
import { ImportFailed } from "@/lib/imports/failed";

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Where the person goes next: the list, or the page as it is now. */
async function undone(id: string, seen: string): Promise<string> {
  const here = `/hr/import/undo/${encodeURIComponent(id)}`;
  const actor = await requireHr();
  try {
    const done = await undoImport(actor, id, seen);
    if (done.outcome !== "applied") return here;
    await confirmInDemonstration(done.importId);
    return `/hr/import?done=${done.importId}`;
  } catch (error) {
    if (!(error instanceof ImportFailed)) throw error;
    return `${here}?failed=1`;
  }
}

export async function undo(form: FormData): Promise<void> {
  redirect(await undone(text(form, "import"), text(form, "seen")));
}
