"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { given, givenForm } from "@/app/_shell/given-form";
import { requireHr } from "@/lib/auth/require";
import { noteTalkHeld } from "@/lib/exit-talks/mutations";

/** HR notes that a talk was held. */
export async function noteHeld(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireHr();
  await noteTalkHeld(actor, given(z.uuid(), form.get("id")));
  revalidatePath("/hr/exit-talks");
}
