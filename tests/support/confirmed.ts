import { commandLineActor } from "@/lib/auth/command-line";
import { numbersHash } from "@/lib/confirmation/counts";
import { numbersNow } from "@/lib/confirmation/data";
import { confirmImport, type Decided, finishConfirmations } from "@/lib/confirmation/mutations";
import type { CreatedInvitations } from "@/lib/invitations/mutations";
import { asOwner } from "./databases";

const auditor = commandLineActor("auditor", "Anders");

/** The auditor confirms an import's numbers as they stand now. */
export async function confirmed(importId: string, now: Date): Promise<Decided> {
  return confirmImport(auditor, importId, numbersHash(await numbersNow(importId)), now);
}

/** Confirmed, told to the public log, and invited. */
export async function confirmedAndInvited(
  importId: string,
  now: Date,
): Promise<CreatedInvitations> {
  await confirmed(importId, now);
  return finishConfirmations(now);
}

/** The auditor's word as a row, where nothing but the invitations is of interest. */
export async function vouchedFor(importId: string): Promise<void> {
  await asOwner(
    "employer",
    `INSERT INTO identity.confirmations (import_id, decision, numbers, salt, decided_at, decided_by, logged)
     VALUES ($1, 'confirmed', '[]', '', '2026-01-01', 'auditor', true)`,
    [importId],
  );
}
