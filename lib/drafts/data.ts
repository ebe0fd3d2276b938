import { z } from "zod";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { importKindSchema, type Looked, lookThrough } from "@/lib/imports/data";
import type { ImportKind } from "@/lib/imports/kind-plan";
import { unwatched } from "@/lib/imports/pace";

export const DRAFT_MINUTES = 60;

/** Drafts from before this moment are as good as gone. */
export function oldestDraft(now: Date): Date {
  return new Date(now.getTime() - DRAFT_MINUTES * 60_000);
}

export type Draft = Looked & {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  /** The file itself, as it was kept. */
  readonly bytes: Uint8Array;
  /** Something that the file touches was stored since it was uploaded. */
  readonly changedSince: boolean;
};

/** One's own draft, held against what is stored now; null when it is confirmed, cancelled or too old. */
export async function draft(actor: HrActor, id: string, now = new Date()): Promise<Draft | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const found = await db("identity").importDraft.findFirst({
    where: { id, uploadedBy: actor.user, uploadedAt: { gte: oldestDraft(now) } },
  });
  if (!found) return null;
  const kind = importKindSchema.parse(found.kind);
  const looked = await lookThrough({ kind, bytes: found.file }, { now, pace: unwatched });
  const changedSince = looked.hash !== found.planHash;
  return { id, kind, fileName: found.fileName, bytes: found.file, ...looked, changedSince };
}

/** One's own files that are looked through and wait: whoever left the page finds them again. Newest first. */
export async function openDrafts(
  actor: HrActor,
  now = new Date(),
): Promise<readonly Pick<Draft, "id" | "kind" | "fileName">[]> {
  const found = await db("identity").importDraft.findMany({
    where: { uploadedBy: actor.user, uploadedAt: { gte: oldestDraft(now) } },
    select: { id: true, kind: true, fileName: true },
    orderBy: [{ uploadedAt: "desc" }, { id: "asc" }],
  });
  return found.map(({ kind, ...rest }) => ({ ...rest, kind: importKindSchema.parse(kind) }));
}
