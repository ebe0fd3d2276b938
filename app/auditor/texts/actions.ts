"use server";

import { redirect } from "next/navigation";
import { actsHere } from "@/app/_keys/seat";
import { givenForm } from "@/app/_shell/given-form";
import { requireAuditor } from "@/lib/auth/require";
import { textsPlace, writeTextsFile } from "@/lib/cli/texts-file";
import { textsToOpen } from "@/lib/coding/data";
import { peelTexts } from "@/lib/coding/mutations";
import { CodingRefused } from "@/lib/coding/refused";
import { keyDirectory } from "@/lib/keys/directory";
import { KeyRefused } from "@/lib/keys/refused";
import { unlockCustodianKey } from "@/lib/keys/unlock";

async function problemOf(form: FormData): Promise<string | null> {
  const actor = await requireAuditor();
  if (!actsHere(2)) return "not-here";
  try {
    const { quarter } = (await textsToOpen()).round;
    const secret = { passphrase: String(form.get("passphrase") ?? "") };
    const key = await unlockCustodianKey({ dir: keyDirectory(), custodian: 2, quarter }, secret);
    writeTextsFile(textsPlace(quarter), await peelTexts(actor, key));
    return null;
  } catch (cause) {
    if (cause instanceof CodingRefused || cause instanceof KeyRefused) return cause.reason;
    throw cause;
  }
}

/** Custodian 2 takes the outer layer off the comments that wait. */
export async function peelNow(sent: FormData): Promise<void> {
  const form = givenForm(sent);
  const problem = await problemOf(form);
  redirect(problem ? `/auditor/texts?problem=${problem}` : "/auditor/texts?done=peeled");
}
