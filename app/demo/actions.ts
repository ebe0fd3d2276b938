"use server";

import { notFound, redirect } from "next/navigation";
import { givenForm } from "@/app/_shell/given-form";
import { setOff } from "@/lib/cli/journey";
import { isDemo } from "@/lib/env";

/** Moves the demonstration's calendar forward; the page shows how it goes. Pressed twice, it sets off once. */
export async function goForward(form: FormData): Promise<void> {
  if (!isDemo()) notFound();
  setOff(givenForm(form).get("until") === "report" ? "report" : "next");
  redirect("/demo");
}
