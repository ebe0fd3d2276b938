"use server";

import { redirect } from "next/navigation";
import { chooseTalk } from "@/lib/exit-talks/mutations";
import { readChoice } from "@/lib/exit-talks/talk";

/** Keeps the person's choice. Opening the page changes nothing; only this does. */
export async function choose(token: string, form: FormData): Promise<void> {
  const page = `/exit-talk/${encodeURIComponent(token)}`;
  const choice = readChoice({ with: form.get("with"), contact: form.get("contact") });
  if (typeof choice === "string") redirect(`${page}?problem=${choice}`);
  await chooseTalk(token, choice);
  redirect(`${page}?saved=1`);
}
