"use server";

import { revalidatePath } from "next/cache";
import { givenForm } from "@/app/_shell/given-form";
import { requireHr } from "@/lib/auth/require";
import { type FoundLetter, findLetters } from "@/lib/letters/data";
import { noteHandedOver } from "@/lib/letters/mutations";

/** HR notes that a sealed letter is on its way. */
export async function noteGiven(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireHr();
  await noteHandedOver(actor, String(form.get("letter")));
  revalidatePath("/hr/letters");
}

/** As many as a page holds; the rest is asked again. */
const MOST = 500;

/** Whose letter is which, for references that go in the form's body and are kept nowhere. */
export async function lookUp(
  _before: readonly FoundLetter[],
  sent: FormData,
): Promise<readonly FoundLetter[]> {
  const form = givenForm(sent);
  const actor = await requireHr();
  const lines = String(form.get("refs") ?? "").split(/\r?\n/);
  const refs = [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
  return findLetters(actor, refs.slice(0, MOST));
}
