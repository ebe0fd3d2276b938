import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { OperatorActor } from "@/lib/auth/actor";
import { type Comment, openFrom, type Work } from "@/lib/coding/comment";
import { CodingRefused } from "@/lib/coding/refused";
import { db } from "@/lib/db/clients";
import type { NameFilter } from "@/lib/guard/bloom";
import { nameFilter, namesIn } from "@/lib/guard/name-list";
import type { Quarter } from "@/lib/quarters/quarter";
import {
  type CommentState,
  type DeskRow,
  nextFor,
  type Task,
  taskFor,
} from "@/lib/redaction/queue";
import type { CustodianKey } from "@/lib/sealing/open";

/** The open coding's comments as the desk's order of work knows them. */
export async function deskRows(_actor: OperatorActor): Promise<readonly DeskRow[]> {
  const rows = await db("operator").comment.findMany({
    select: { id: true, state: true, codedBy: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ ...row, state: row.state as CommentState }));
}

/** A coding whose key this reader has opened. */
export type AtDesk = { readonly quarter: Quarter; readonly key: CustodianKey };

/** One comment in the clear, for the page of the reader who opened the key and for nothing else. */
export type DeskComment = {
  readonly id: string;
  readonly task: Task;
  readonly comment: Comment;
  /** What a reader made of it; null while it is unread. */
  readonly work: Work | null;
  /** Names the work as it was shown: what is approved is what was seen. */
  readonly seen: string;
};

/** SHA-256, hex, of a comment's work as it lies in the table; empty when there is none. */
export const workName = (work: Uint8Array | null): string =>
  work === null ? "" : createHash("sha256").update(work).digest("hex");

/** Opens one comment for a reader who has something to do with it; null when it is somebody else's turn. */
export async function readComment(
  actor: OperatorActor,
  { quarter, key }: AtDesk,
  id: string,
): Promise<DeskComment | null> {
  const row = await db("operator").comment.findUnique({ where: { id } });
  const task = row && taskFor({ ...row, state: row.state as CommentState }, actor.user);
  if (!row || !task) return null;
  const place = { quarter, id };
  const comment = openFrom(key, "comment", place, row.sealed);
  const work = row.work && openFrom(key, "work", place, row.work);
  if (!comment || (row.work && !work)) throw new CodingRefused("unreadable");
  return { id, task, comment, work, seen: workName(row.work) };
}

/** The comment that a reader takes up next; null when nothing waits for them. */
export async function nextComment(
  actor: OperatorActor,
  desk: AtDesk,
  rows: readonly DeskRow[],
): Promise<DeskComment | null> {
  const rank = (id: string) => createHash("sha256").update(`${actor.user} ${id}`).digest("hex");
  const next = nextFor(rows, actor.user, rank);
  return next && readComment(actor, desk, next.id);
}

let names: NameFilter | undefined;

/** The names that the guard marks at the desk: the lists that the survey page is built with. */
export function deskNames(): NameFilter {
  const read = (list: string) =>
    namesIn(readFileSync(path.join(process.cwd(), `lib/guard/names/${list}.txt`), "utf8"));
  names ??= nameFilter({
    first: read("first"),
    last: read("last"),
    ordinary: read("ordinary"),
    context: read("context"),
  });
  return names;
}
