import type { HrActor, OperatorActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Quarter } from "@/lib/quarters/quarter";
import type { HrComment } from "@/lib/reports/snapshot";
import { type CommentVersion, printed } from "./comment";

/** Every version of HR's comment to a quarter's report, the newest first. */
export function commentVersions(
  _reader: HrActor | OperatorActor,
  quarter: Quarter,
): Promise<CommentVersion[]> {
  return db("identity").reportComment.findMany({
    where: { quarter },
    orderBy: { version: "desc" },
  });
}

/** What a quarter's report prints of HR's comment now; null when there is none. */
export async function printedComment(
  reader: HrActor | OperatorActor,
  quarter: Quarter,
): Promise<HrComment | null> {
  return printed((await commentVersions(reader, quarter))[0]);
}
