import type { HrActor } from "@/lib/auth/actor";
import { type Commentable, commentable } from "@/lib/comments/comment";
import { commentVersions } from "@/lib/comments/data";
import { isDemo } from "@/lib/env";
import { dayAt } from "@/lib/quarters/today";
import { publishedQuarters } from "@/lib/reports/data";
import { allRounds } from "@/lib/rounds/data";
import { isDone } from "@/lib/rounds/state";

/** The report that HR may comment now, or the next that it will be able to; null when none is planned. */
export async function commentableNow(actor: HrActor, now: Date): Promise<Commentable | null> {
  const out = await publishedQuarters(actor);
  const rounds = (await allRounds()).map(({ quarter, state, manifest }) => ({
    quarter,
    publishes: manifest.publishes,
    done: isDone(state),
    out: out.has(quarter),
  }));
  return commentable(rounds, dayAt(now), isDemo());
}

/** The report that HR may comment now and has signed nothing about, not even that there is to be no comment. */
export async function uncommented(actor: HrActor, now: Date): Promise<Commentable | null> {
  const report = await commentableNow(actor, now);
  if (!report?.open) return null;
  return (await commentVersions(actor, report.quarter)).length === 0 ? report : null;
}
