"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import { networkMayTry } from "@/app/sign-in/limits";
import { requireSession } from "@/lib/auth/require";
import { newRecoveryCodes, showCode } from "@/lib/auth/second-factor";
import { endAllSessions, endSessionById } from "@/lib/auth/sessions";
import { noteSignIn } from "@/lib/auth/traces";
import { groupedLetterCode } from "@/lib/sealing/letter-code";
import { readCode } from "@/lib/sign-in/code";

/** Ends one of one's own sessions. */
export async function endOne(form: FormData): Promise<void> {
  const { user } = await requireSession();
  const id = String(givenForm(form).get("session") ?? "");
  if (/^[0-9a-f-]{36}$/.test(id)) await endSessionById(user.id, id);
  redirect("/account");
}

/** Ends every session of one's own but this one. */
export async function endOthers(): Promise<void> {
  const { user, hash } = await requireSession();
  const ended = await endAllSessions(user.id, hash);
  await noteSignIn(user.id, "/sign-out others", new Date());
  redirect(`/account?ended=${ended}`);
}

/** How making new recovery codes went; the codes are shown once. */
export type CodesMade =
  | { readonly state: "asking" | "malformed" | "wrong" | "slow-down" }
  | { readonly state: "made"; readonly codes: readonly string[] };

/** Makes new recovery codes for whoever holds the phone now. */
export async function makeCodes(_before: CodesMade, form: FormData): Promise<CodesMade> {
  const { user } = await requireSession();
  const code = readCode(givenForm(form).get("code"));
  if (code?.kind !== "digits") return { state: "malformed" };
  if (!networkMayTry(await headers())) return { state: "slow-down" };
  const now = new Date();
  const shown = await showCode(user.id, code, now);
  if (shown.kind === "resting") return { state: "slow-down" };
  if (shown.kind !== "taken") return { state: "wrong" };
  await noteSignIn(user.id, "/account recovery codes made", now);
  return { state: "made", codes: (await newRecoveryCodes(user.id)).map(groupedLetterCode) };
}
