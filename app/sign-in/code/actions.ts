"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import { askedHere, holdSession } from "@/app/sign-in/browser";
import { networkMayTry } from "@/app/sign-in/limits";
import { openSession, sessionHere } from "@/lib/auth/require";
import { homeOf } from "@/lib/auth/roles";
import { confirmFactor, type Shown, showCode } from "@/lib/auth/second-factor";
import { type LiveSession, renewSession, setStage } from "@/lib/auth/sessions";
import { noteSignIn } from "@/lib/auth/traces";
import { noteRefusal } from "@/lib/refusals";
import { groupedLetterCode } from "@/lib/sealing/letter-code";
import { readCode } from "@/lib/sign-in/code";

/** How showing a code went. `minutes`: how long the account rests; `codes`: recovery codes, shown once. */
export type CodeShown =
  | { readonly state: "asking" | "malformed" | "wrong" | "none" | "slow-down" }
  | { readonly state: "resting"; readonly minutes: number }
  | { readonly state: "made"; readonly codes: readonly string[] };

/** The session that waits in a stage; whoever has none begins at the beginning. */
async function waiting(stage: "code" | "enrol"): Promise<LiveSession> {
  const session = await sessionHere();
  if (!session) redirect("/sign-in");
  if (session.stage !== stage) redirect("/sign-in/code");
  return session;
}

async function refused(session: LiveSession, shown: Shown, now: Date): Promise<CodeShown> {
  noteRefusal("sign-in code");
  if (shown.kind === "none") return { state: "none" };
  if (shown.kind === "resting") {
    const minutes = Math.ceil((shown.until.getTime() - now.getTime()) / 60_000);
    return { state: "resting", minutes };
  }
  await noteSignIn(session.user.id, "/sign-in code refused", now);
  return { state: "wrong" };
}

/** Gives the session another secret, now that the second factor has been shown, and goes where it wanted to go. */
async function enter(session: LiveSession, now: Date): Promise<never> {
  const secret = await renewSession(session, "proven", now);
  if (secret === null) redirect("/sign-in");
  await holdSession(secret);
  redirect((await askedHere())?.next || homeOf(session.user.roles));
}

/** Takes the phone's code, a recovery code, or the code that an account gets its second factor with. */
export async function showSecondFactor(_before: CodeShown, form: FormData): Promise<CodeShown> {
  const session = await waiting("code");
  const code = readCode(givenForm(form).get("code"));
  if (code === null) return { state: "malformed" };
  if (!networkMayTry(await headers())) return { state: "slow-down" };
  const now = new Date();
  const shown = await showCode(session.user.id, code, now);
  if (shown.kind === "started") {
    await setStage(session, "enrol");
    redirect("/sign-in/code");
  }
  if (shown.kind !== "taken") return refused(session, shown, now);
  await noteSignIn(session.user.id, "/sign-in code", now);
  return enter(session, now);
}

/** Puts the phone that has just read the secret in force; the recovery codes, shown now and never again. */
export async function confirmSecondFactor(_before: CodeShown, form: FormData): Promise<CodeShown> {
  const session = await waiting("enrol");
  const code = readCode(givenForm(form).get("code"));
  if (code?.kind !== "digits") return { state: "malformed" };
  if (!networkMayTry(await headers())) return { state: "slow-down" };
  const now = new Date();
  const codes = await confirmFactor(session.user.id, code.digits, now);
  if ("kind" in codes) return refused(session, codes, now);
  await setStage(session, "proven");
  await noteSignIn(session.user.id, "/sign-in second factor made", now);
  return { state: "made", codes: codes.map(groupedLetterCode) };
}

/** Goes on from the recovery codes. */
export async function goOn(): Promise<void> {
  const session = await openSession();
  if (!session) redirect("/sign-in/code");
  await enter(session, new Date());
}
