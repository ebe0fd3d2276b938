import type { OperatorActor } from "@/lib/auth/actor";
import { sealFor, type Work } from "@/lib/coding/comment";
import type { Coding } from "@/lib/coding/data";
import { CodingRefused } from "@/lib/coding/refused";
import { db } from "@/lib/db/clients";
import { type AtDesk, type DeskComment, readComment, workName } from "@/lib/redaction/data";

type OpenCoding = Pick<Coding, "quarter" | "publicKey">;

const sealedWork = ({ quarter, publicKey }: OpenCoding, id: string, work: Work) =>
  sealFor(publicKey, "work", { quarter, id }, { ...work, codes: [...work.codes] });

/**
 * Writes what a reader made of a comment, sealed to the coding's key. `seen`: the work as the page showed it; when
 * somebody else was there meanwhile nothing is changed: `CodingRefused("changed")`.
 */
export async function saveWork(
  actor: OperatorActor,
  coding: OpenCoding,
  id: string,
  seen: string,
  made: Pick<Work, "codes" | "paraphrase">,
): Promise<void> {
  const before = await db("operator").comment.findUnique({ where: { id } });
  if (!before || workName(before.work) !== seen) throw new CodingRefused("changed");
  const work = sealedWork(coding, id, { ...made, reason: null });
  const { count } = await db("operator").comment.updateMany({
    where: { id, state: { in: ["waiting", "returned"] }, work: before.work },
    data: { state: "coded", work, codedBy: actor.user },
  });
  if (count !== 1) throw new CodingRefused("changed");
}

/** Another's work as it was seen, when it still stands like that. */
async function othersWork(actor: OperatorActor, id: string, seen: string) {
  const row = await db("operator").comment.findUnique({ where: { id } });
  if (row?.state !== "coded" || workName(row.work) !== seen) throw new CodingRefused("changed");
  if (row.codedBy === actor.user) throw new CodingRefused("own-work");
  return { id, state: "coded", work: row.work, codedBy: row.codedBy };
}

/** The second reader approves what the first one made, as it was seen. The table refuses one person's two hands. */
export async function approveWork(actor: OperatorActor, id: string, seen: string): Promise<void> {
  const { count } = await db("operator").comment.updateMany({
    where: await othersWork(actor, id, seen),
    data: { state: "approved", approvedBy: actor.user },
  });
  if (count !== 1) throw new CodingRefused("changed");
}

/** The second reader sends the work back, with a reason that is sealed like the work. */
export async function sendBack(
  actor: OperatorActor,
  coding: OpenCoding & AtDesk,
  shown: Pick<DeskComment, "id" | "seen">,
  reason: string,
): Promise<void> {
  const where = await othersWork(actor, shown.id, shown.seen);
  const read = await readComment(actor, coding, shown.id);
  if (!read?.work) throw new CodingRefused("changed");
  const { codes, paraphrase } = read.work;
  const work = sealedWork(coding, shown.id, { codes, paraphrase, reason });
  const { count } = await db("operator").comment.updateMany({
    where,
    data: { state: "returned", work },
  });
  if (count !== 1) throw new CodingRefused("changed");
}
