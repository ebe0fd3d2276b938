import type { OperatorActor } from "@/lib/auth/actor";
import { OtherPartyAway } from "@/lib/parties/away";
import type { Published, PublishOptions } from "@/lib/publishing/mutations";
import type { Quarter } from "@/lib/quarters/quarter";
import { PublishRefused } from "@/lib/reports/blockers";
import { askChild } from "./child";
import type { PublishAnswer, PublishJob } from "./publisher";

// Next evaluates a module once per bundle; one at a time holds for the process.
const turn = globalThis as typeof globalThis & { sortiPublishing?: Promise<unknown> };

/** One process at a time: several servers may each have one, and what they write has its lock. */
function inTurn(job: PublishJob, signal?: AbortSignal): Promise<PublishAnswer> {
  const before = turn.sortiPublishing ?? Promise.resolve();
  const answer = before
    .catch(() => undefined)
    .then(() => askChild<PublishAnswer>("publisher.mjs", job, signal));
  turn.sortiPublishing = answer;
  return answer;
}

/**
 * `publishReport` in a process of its own, so that nobody who is being answered waits for it, and the memory that it
 * takes ends with it. Safe to end at any time. Throws as `publishReport` does, and `ChildEnded`.
 */
export async function publishApart(
  _actor: OperatorActor,
  quarter: Quarter,
  at: Date,
  options: PublishOptions = {},
  signal?: AbortSignal,
): Promise<Published> {
  const answer = await inTurn({ at: at.toISOString(), quarter, options }, signal);
  if (answer.refused) throw new PublishRefused(answer.refused);
  if (answer.away) throw new OtherPartyAway("report-figures");
  const [published] = answer.published;
  if (published) return published;
  throw new Error(`A report was not published: ${answer.problems.join(", ")}.`);
}

/** `publishDue` in a process of its own. `from`: the full hour from which reports go out on their day. */
export function publishDueApart(
  _actor: OperatorActor,
  at: Date,
  from: number,
  signal?: AbortSignal,
): Promise<PublishAnswer> {
  return inTurn({ at: at.toISOString(), from }, signal);
}
