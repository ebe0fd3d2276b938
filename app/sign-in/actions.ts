"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { givenForm } from "@/app/_shell/given-form";
import { askedHere, holdSession, rememberAsking } from "@/app/sign-in/browser";
import { addressMayAsk, networkMayTry } from "@/app/sign-in/limits";
import type { Asked } from "@/components/ui/address-form";
import { homeOf } from "@/lib/auth/roles";
import { sameSitePath } from "@/lib/auth/same-site-path";
import { mailSignInLink, openSignInLink } from "@/lib/auth/sign-in-link";
import { localeOf } from "@/lib/i18n/locale";
import { failureName, log } from "@/lib/log";
import { MailProblem } from "@/lib/mail/send";
import { countFailure } from "@/lib/metrics/mutations";
import { noteRefusal } from "@/lib/refusals";
import { readAddress } from "@/lib/subscriptions/ask";

/** Mails a link, if the address has an account; that is looked up when the page has been answered. */
export async function askForLink(_before: Asked, form: FormData): Promise<Asked> {
  const typed = String(givenForm(form).get("email") ?? "").slice(0, 300);
  const email = readAddress(typed);
  if (email === null) return { state: "wrong", email: typed };
  const mayAsk = networkMayTry(await headers()) && addressMayAsk(email);
  if (!mayAsk) return { state: "slow-down", email: typed };
  const browser = await rememberAsking(sameSitePath(String(givenForm(form).get("next") ?? ""), ""));
  const language = localeOf(await getLocale());
  // To tell what went wrong here would tell that there is an account: whoever runs the server is told.
  after(() => mailSignInLink(email, browser, language, new Date()).catch(noteUnsent));
  return { state: "asked", email: "" };
}

function noteUnsent(cause: unknown): void {
  const failure = cause instanceof MailProblem ? cause.code : failureName(cause);
  log("sign-in-mail-failed", { failure });
  countFailure("sign-in mail");
}

export type LinkOpened = { readonly state: "ready" | "refused" | "slow-down" };

/** Signs in with a mailed link: by this press of a button, not by opening the page, which a mail scanner does too. */
export async function openLink(_before: LinkOpened, form: FormData): Promise<LinkOpened> {
  if (!networkMayTry(await headers())) return { state: "slow-down" };
  const asked = await askedHere();
  const secret = String(givenForm(form).get("token") ?? "").slice(0, 100);
  const opened = asked && (await openSignInLink(secret, asked.secret, new Date()));
  if (!opened) {
    noteRefusal("sign-in link");
    return { state: "refused" };
  }
  await holdSession(opened.secret);
  redirect(opened.waits ? "/sign-in/code" : asked.next || homeOf(opened.user.roles));
}
