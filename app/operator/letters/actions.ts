"use server";

import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import { requireOperator } from "@/lib/auth/require";
import { letterNumbers } from "@/lib/letters/letter";
import { markPrinted } from "@/lib/printing/mutations";

/** Notes that the chosen letters lie sealed. */
export async function notePrinted(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireOperator();
  const numbers = letterNumbers(form.getAll("letter"));
  await markPrinted(actor, numbers);
  redirect(`/operator/letters?said=${numbers.length > 0 ? "marked" : "nothing-chosen"}`);
}
