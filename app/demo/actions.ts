"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { given, givenForm } from "@/app/_shell/given-form";
import { setOff } from "@/lib/cli/journey";
import { isDemo } from "@/lib/env";

const untilWhen = z.enum(["next", "report"]);

/** Moves the demonstration's calendar forward; the page shows how it goes. Pressed twice, it sets off once. */
export async function goForward(sent: FormData): Promise<void> {
  if (!isDemo()) notFound();
  setOff(given(untilWhen, givenForm(sent).get("until")));
  redirect("/demo");
}
