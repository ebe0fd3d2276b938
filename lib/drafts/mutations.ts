import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { oldestDraft } from "@/lib/drafts/data";
import { asTextFile, type ImportFile, importKindSchema, lookThrough } from "@/lib/imports/data";
import { type Applied, alone, undone, writeWithRecord } from "@/lib/imports/mutations";
import { type Pace, partOf, unwatched } from "@/lib/imports/pace";

const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/** Of carrying a draft out, making its plan anew is so much. */
const PLANNING = 0.4;

/** Keeps an uploaded file until it is confirmed; returns the draft's id. One draft a person and kind. */
export async function storeDraft(
  actor: HrActor,
  file: ImportFile & { readonly fileName: string },
  now = new Date(),
  pace: Pace = unwatched,
): Promise<string> {
  const { kind, fileName } = file;
  const bytes = await asTextFile(file.bytes);
  const { hash } = await lookThrough({ kind, bytes }, { now, pace });
  const id = randomUUID();
  const mine = { kind, uploadedBy: actor.user };
  const identity = db("identity");
  const kept = {
    ...mine,
    id,
    file: new Uint8Array(bytes),
    fileName: fileName.slice(0, 200),
    planHash: hash,
    uploadedAt: now,
  };
  await identity
    .$transaction([
      identity.importDraft.deleteMany({ where: mine }),
      identity.importDraft.createMany({ data: [kept] }),
    ])
    .catch(undone);
  return id;
}

/** Removes one's own draft: nothing of the file is left. */
export async function cancelDraft(actor: HrActor, id: string): Promise<void> {
  if (!isId(id)) return;
  await db("identity").importDraft.deleteMany({ where: { id, uploadedBy: actor.user } });
}

/** Removes drafts that nobody confirmed within the hour; how many. */
export async function removeOldDrafts(
  now = new Date(),
  writer: Prisma.TransactionClient = db("identity"),
): Promise<number> {
  const uploadedAt = { lt: oldestDraft(now) };
  return (await writer.importDraft.deleteMany({ where: { uploadedAt } })).count;
}

/** `changed`: what is stored is not what the person saw. `gone`: confirmed, cancelled or too old. */
export type Confirmed = Applied | { readonly outcome: "changed" | "gone" };

/** Carries out a draft, if it still does exactly what the person saw (`seen`: the hash of that plan). */
export async function confirmDraft(
  actor: HrActor,
  id: string,
  seen: string,
  now = new Date(),
  pace: Pace = unwatched,
): Promise<Confirmed> {
  if (!isId(id)) return { outcome: "gone" };
  return alone(async (writer) => {
    const draft = await writer.importDraft.findFirst({
      where: { id, uploadedBy: actor.user, uploadedAt: { gte: oldestDraft(now) } },
    });
    if (!draft) return { outcome: "gone" };
    const bytes = draft.file;
    const file = { kind: importKindSchema.parse(draft.kind), bytes };
    const planning = { now, pace: partOf(pace, 0, PLANNING) };
    const { preview, hash } = await lookThrough(file, planning, writer);
    if (!preview.ok || hash !== seen) return { outcome: "changed" };
    await writer.importDraft.deleteMany({ where: { id } });
    const writing = { bytes, now, pace: partOf(pace, PLANNING, 1) };
    return writeWithRecord(writer, actor, preview.planned, writing);
  });
}
