"use server";

import { redirect } from "next/navigation";
import { requireOperator } from "@/lib/auth/require";
import { confirmClock } from "@/lib/disposal-clock/mutations";

/** The operator has looked at the clock: what goes by date goes on with the server's next round. */
export async function sayClockIsRight(): Promise<void> {
  await confirmClock(await requireOperator(), new Date());
  redirect("/operator/disposal");
}
