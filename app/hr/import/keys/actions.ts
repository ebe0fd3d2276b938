"use server";

import { revalidatePath } from "next/cache";
import { givenForm } from "@/app/_shell/given-form";
import { type MadeKey, makeApiKey, revokeApiKey } from "@/lib/api-keys/mutations";
import { requireHr } from "@/lib/auth/require";

/** The key that was just made; null before, `no-name` when it was given none. */
export type Made = MadeKey | "no-name" | null;

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Makes a key and shows it: in the page's own answer, in no address and in no log. */
export async function make(_before: Made, sent: FormData): Promise<Made> {
  const form = givenForm(sent);
  const made = await makeApiKey(await requireHr(), text(form, "name"));
  revalidatePath("/hr/import/keys");
  return made ?? "no-name";
}

export async function revoke(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  await revokeApiKey(await requireHr(), text(form, "key"));
  revalidatePath("/hr/import/keys");
}
