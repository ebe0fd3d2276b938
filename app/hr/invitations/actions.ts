"use server";

import { redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import { invitedAddress } from "@/components/hr/invited/address";
import { recordAccess } from "@/lib/access/mutations";
import { requireHr } from "@/lib/auth/require";
import { readFilter } from "@/lib/invited/line";
import { sendAgain, stopInvitation } from "@/lib/invited/mutations";
import { dayAt } from "@/lib/quarters/today";

const filterIn = (form: FormData) => readFilter(Object.fromEntries(form));

/** Sends a mail that did not go once more. */
export async function again(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireHr();
  const now = new Date();
  await recordAccess(actor, "/hr/invitations/again");
  const done = await sendAgain(actor, String(form.get("id")), { today: dayAt(now), now });
  redirect(invitedAddress(filterIn(form), done ? "again" : "nothing"));
}

/** Stops an invitation for good; the auditor reads that it was done. */
export async function stop(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const actor = await requireHr();
  await recordAccess(actor, "/hr/invitations/stop");
  const done = await stopInvitation(actor, String(form.get("id")));
  redirect(invitedAddress(filterIn(form), done ? "stopped" : "nothing"));
}
