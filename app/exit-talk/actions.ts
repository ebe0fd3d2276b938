"use server";

import { givenForm, givenText } from "@/app/_shell/given-form";
import { type StoredTalk, talkOf } from "@/lib/exit-talks/data";
import { chooseTalk } from "@/lib/exit-talks/mutations";
import { type ChoiceProblem, readChoice } from "@/lib/exit-talks/talk";

/** What a link opens; null when it opens nothing. Looking changes nothing. */
export async function openTalk(token: string): Promise<StoredTalk | null> {
  return talkOf(givenText(token));
}

/** Keeps the person's choice, and says how it stands now: the talk, nothing, or what is wrong with the choice. */
export async function choose(
  token: string,
  form: FormData,
): Promise<StoredTalk | ChoiceProblem | null> {
  const sent = givenForm(form);
  const choice = readChoice({ with: sent.get("with"), contact: sent.get("contact") });
  if (typeof choice === "string") return choice;
  await chooseTalk(givenText(token), choice);
  return talkOf(givenText(token));
}
