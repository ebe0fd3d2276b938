"use server";

import { type StoredTalk, talkOf } from "@/lib/exit-talks/data";
import { chooseTalk } from "@/lib/exit-talks/mutations";
import { type ChoiceProblem, readChoice } from "@/lib/exit-talks/talk";

/** What a link opens; null when it opens nothing. Looking changes nothing. */
export async function openTalk(token: string): Promise<StoredTalk | null> {
  return talkOf(String(token));
}

/** Keeps the person's choice, and says how it stands now: the talk, nothing, or what is wrong with the choice. */
export async function choose(
  token: string,
  form: FormData,
): Promise<StoredTalk | ChoiceProblem | null> {
  const choice = readChoice({ with: form.get("with"), contact: form.get("contact") });
  if (typeof choice === "string") return choice;
  await chooseTalk(String(token), choice);
  return talkOf(String(token));
}
