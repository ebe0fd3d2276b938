import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { type UndoOf, undoOf } from "@/lib/imported/data";
import { type Applied, alone, writeWithRecord } from "@/lib/imports/mutations";
import { type Pace, partOf, unwatched } from "@/lib/imports/pace";

/** `other`: what is stored is not what the person saw, and the page shows it anew. */
type Undone = Applied | Exclude<UndoOf, { outcome: "possible" }> | { readonly outcome: "other" };

/** Of taking an import back, finding out what that does is so much. */
const PLANNING = 0.3;

/**
 * Takes an import back, if that still does exactly what the person saw (`seen`). It is an import itself: it has a
 * record, can be taken back, and departures that come again wait for their numbers to be confirmed, as any do.
 * Whoever goes loses the link with it. Once only, also when it is asked for twice at once.
 */
export function undoImport(
  actor: HrActor,
  id: string,
  seen: string,
  now = new Date(),
  pace: Pace = unwatched,
): Promise<Undone> {
  return alone(async (writer) => {
    const undo = await undoOf(actor, id, now, writer);
    if (undo.outcome !== "possible") return undo;
    if (undo.hash !== seen) return { outcome: "other" };
    const bytes = new TextEncoder().encode(undo.hash);
    const facts = { bytes, now, undoes: id, pace: partOf(pace, PLANNING, 1) };
    const applied = await writeWithRecord(writer, actor, undo.planned, facts);
    await writer.importUndo.deleteMany({ where: { importId: id } });
    return applied;
  });
}

/** Forgets what can no longer be taken back; how many. */
export async function forgetUndos(
  now = new Date(),
  writer: Prisma.TransactionClient = db("identity"),
): Promise<number> {
  return (await writer.importUndo.deleteMany({ where: { until: { lt: now } } })).count;
}
