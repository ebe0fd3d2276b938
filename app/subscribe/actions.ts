"use server";

import { headers } from "next/headers";
import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { givenForm } from "@/app/_shell/given-form";
import { mayAsk } from "@/app/subscribe/limit";
import type { Asked } from "@/components/ui/address-form";
import { requireReader } from "@/lib/auth/require";
import { localeOf } from "@/lib/i18n/locale";
import { readAddress } from "@/lib/subscriptions/ask";
import { askForMails, sendWaitingMails } from "@/lib/subscriptions/mutations";

/** Queues a mail that asks for confirmation, and sends it when the page has been answered. */
export async function subscribe(_before: Asked, form: FormData): Promise<Asked> {
  await requireReader();
  const typed = String(givenForm(form).get("email") ?? "").slice(0, 300);
  const email = readAddress(typed);
  if (email === null) return { state: "wrong", email: typed };
  if (!mayAsk(await headers())) return { state: "slow-down", email: typed };
  const now = new Date();
  await askForMails(email, localeOf(await getLocale()), now);
  // What does not go now waits in the queue, and goes with the next turn.
  after(() => sendWaitingMails(now).catch(() => 0));
  return { state: "asked", email: "" };
}
