"use server";

import { revalidatePath } from "next/cache";
import { requireHr } from "@/lib/auth/require";
import { noteTalkHeld } from "@/lib/exit-talks/mutations";

/** HR notes that a talk was held. */
export async function noteHeld(form: FormData): Promise<void> {
  const actor = await requireHr();
  await noteTalkHeld(actor, String(form.get("id")));
  revalidatePath("/hr/exit-talks");
}
