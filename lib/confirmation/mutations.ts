import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import type { AuditorActor } from "@/lib/auth/actor";
import { commandLineActor } from "@/lib/auth/command-line";
import { demonstrationAuditor } from "@/lib/auth/demonstration";
import {
  type ConfirmedNumber,
  confirmedNumberSchema,
  numbersHash,
} from "@/lib/confirmation/counts";
import { numbersNow } from "@/lib/confirmation/data";
import { confirmedImport } from "@/lib/confirmation/log-entry";
import { type Decision, LONGEST_REASON } from "@/lib/confirmation/standing";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { isDemo, isPart } from "@/lib/env";
import { type CreatedInvitations, createInvitations } from "@/lib/invitations/mutations";
import { askIssuer } from "@/lib/parties/data";
import { canonicalJson } from "@/lib/sealing/canonical";
import { appendLog } from "@/lib/transparency/mutations";

/**
 * `changed`: the numbers are not those that were shown. `own`: whoever imported cannot confirm.
 * `already`: decided before. `empty`: no departure is left in the import.
 */
export type Refusal = "gone" | "own" | "already" | "changed" | "empty" | "no-reason";
export type Decided = { readonly outcome: "confirmed" | "refused" | Refusal };

type Tx = Prisma.TransactionClient;

/** One decision at a time, and no departure written meanwhile: the trigger on departures takes the same lock. */
async function alone(work: (tx: Tx) => Promise<Decided>): Promise<Decided> {
  const locked = async (tx: Tx) => {
    await lock(tx, "confirm-import");
    return work(tx);
  };
  return db("confirmer").$transaction(locked, { timeout: 60_000, maxWait: 10_000 });
}

async function refusalOf(tx: Tx, actor: AuditorActor, id: string): Promise<Refusal | null> {
  const record = await tx.importRecord.findFirst({
    where: { id, kind: "departures" },
    select: { importedBy: true, confirmations: { select: { decision: true } } },
  });
  if (!record) return "gone";
  if (record.importedBy === actor.user) return "own";
  return record.confirmations.some(({ decision }) => decision === "confirmed") ? "already" : null;
}

async function write(
  tx: Tx,
  actor: AuditorActor,
  about: { readonly id: string; readonly decision: Decision; readonly now: Date },
  said: { readonly numbers: readonly ConfirmedNumber[]; readonly reason: string | null },
): Promise<void> {
  const data = {
    importId: about.id,
    decision: about.decision,
    reason: said.reason,
    numbers: [...said.numbers],
    salt: randomBytes(32).toString("hex"),
    decidedAt: about.now,
    decidedBy: actor.user,
  };
  await tx.confirmation.createMany({ data: [data] });
}

const isId = (id: string) => z.uuid().safeParse(id).success;

/**
 * Custodian 2 or the auditor vouches for an import's numbers, if they are still those that were shown (`seen`).
 * The public log and the invitations follow in `finishConfirmations`: interrupted here, they follow at start-up.
 */
export async function confirmImport(
  actor: AuditorActor,
  id: string,
  seen: string,
  now = new Date(),
): Promise<Decided> {
  if (!isId(id)) return { outcome: "gone" };
  return alone(async (tx) => {
    const refusal = await refusalOf(tx, actor, id);
    if (refusal) return { outcome: refusal };
    const numbers = await numbersNow(id, tx);
    if (numbers.length === 0) return { outcome: "empty" };
    if (numbersHash(numbers) !== seen) return { outcome: "changed" };
    await write(tx, actor, { id, decision: "confirmed", now }, { numbers, reason: null });
    return { outcome: "confirmed" };
  });
}

/** Says no to an import, and why. Nobody in it is invited; it can be confirmed later, when HR has put it right. */
export async function refuseImport(
  actor: AuditorActor,
  id: string,
  reason: string,
  now = new Date(),
): Promise<Decided> {
  if (!isId(id)) return { outcome: "gone" };
  const why = reason.trim().slice(0, LONGEST_REASON);
  if (why === "") return { outcome: "no-reason" };
  return alone(async (tx) => {
    const refusal = await refusalOf(tx, actor, id);
    if (refusal) return { outcome: refusal };
    const key = { importId: id, decision: "refused" };
    if ((await tx.confirmation.count({ where: key })) > 0) return { outcome: "already" };
    const numbers = await numbersNow(id, tx);
    await write(tx, actor, { id, decision: "refused", now }, { numbers, reason: why });
    return { outcome: "refused" };
  });
}

/** Tells the public log, once. What decides is the log itself: it is another database than the confirmation's. */
async function tell(content: Readonly<Record<string, unknown>>, now: Date): Promise<void> {
  await db("operator").$transaction(async (tx) => {
    await lock(tx, "told-log");
    const told = await tx.logEntry.findFirst({
      where: { kind: "import-confirmed", content: canonicalJson(content) },
    });
    if (!told) await appendLog(tx, now, "import-confirmed", content);
  });
}

/** The confirmations whose line the public log does not have yet: totals and a hash, as the line says them. */
export async function untoldConfirmations() {
  const open = await db("confirmer").confirmation.findMany({
    where: { decision: "confirmed", logged: false },
    orderBy: [{ decidedAt: "asc" }, { importId: "asc" }],
  });
  return open.map(({ importId, numbers, salt }) => ({
    importId,
    content: { ...confirmedImport(z.array(confirmedNumberSchema).parse(numbers), salt) },
  }));
}

/** The log has a confirmation's line. */
export async function noteTold(importId: string): Promise<void> {
  await db("confirmer").confirmation.updateMany({
    where: { importId, decision: "confirmed" },
    data: { logged: true },
  });
}

/** Where the parties are two: the collector, whose log it is, fetches what waits to be told. Safe to repeat. */
export async function tellForIssuer(now: Date): Promise<void> {
  if (isPart("issuer")) return;
  const { waiting } = await askIssuer("untold-confirmations", {});
  for (const { importId, content } of waiting) {
    await tell(content, now);
    await askIssuer("confirmation-told", { importId });
  }
}

/**
 * What a confirmation leads to: the line in the public log, then the invitations. Safe to interrupt, to repeat
 * and to run twice at once; the start of a server and its housekeeping finish what was left.
 */
export async function finishConfirmations(now = new Date()): Promise<CreatedInvitations> {
  const waiting = isPart("collector") ? await untoldConfirmations() : [];
  for (const { importId, content } of waiting) {
    await tell(content, now);
    await noteTold(importId);
  }
  return createInvitations(commandLineActor("hr", "confirmed imports"), now);
}

/** In the demonstration, which has nobody to wait for: confirms and invites. Null elsewhere: the import waits. */
export async function confirmInDemonstration(
  importId: string,
  now = new Date(),
): Promise<CreatedInvitations | null> {
  if (!isDemo()) return null;
  const seen = numbersHash(await numbersNow(importId));
  const { outcome } = await confirmImport(demonstrationAuditor(), importId, seen, now);
  return outcome === "confirmed" ? finishConfirmations(now) : null;
}
