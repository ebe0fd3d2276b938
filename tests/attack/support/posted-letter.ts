import { randomUUID } from "node:crypto";
import { commandLineActor } from "@/lib/auth/command-line";
import { db } from "@/lib/db/clients";
import { createInvitations } from "@/lib/invitations/mutations";
import { letterCodeOf } from "@/lib/keys/letter-code";
import { linkKey } from "@/lib/keys/link-key";
import { dayAt } from "@/lib/quarters/today";
import { vouchedFor } from "../../support/confirmed";

/** Somebody without an address leaves unit A today; the code in their letter, as only the paper has it. */
export async function postedLetter(): Promise<string> {
  const identity = db("identity");
  const now = new Date();
  const facts = { kind: "departures", fileHash: "x", importedAt: now, importedBy: "hr" };
  const { id: importId } = await identity.importRecord.create({ data: { ...facts, summary: {} } });
  const pseudonym = randomUUID();
  const left = { unitCode: "A", lastDay: dayAt(now), kind: "resignation", language: "sv" };
  await identity.departure.create({
    data: { ...left, pseudonym, delivery: "letter", protected: false, importId },
  });
  await vouchedFor(importId);
  await createInvitations(commandLineActor("hr", "test"), now);
  const invitation = await identity.invitation.findFirstOrThrow({
    where: { departure: { pseudonym } },
  });
  return letterCodeOf(linkKey(), invitation.id);
}
