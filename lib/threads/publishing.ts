import { fork } from "node:child_process";
import path from "node:path";
import type { OperatorActor } from "@/lib/auth/actor";
import { OtherPartyAway } from "@/lib/parties/away";
import type { Published, PublishOptions } from "@/lib/publishing/mutations";
import type { Quarter } from "@/lib/quarters/quarter";
import { PublishRefused } from "@/lib/reports/blockers";
import type { PublishAnswer, PublishJob } from "./publisher";

/** Found from the folder of the installation: bundled code has no folder of its own, and takes none along. */
const entry = () =>
  path.join(/* turbopackIgnore: true */ process.cwd(), "lib/threads/publisher.mjs");

/** Longer than the largest region needs; a process that hangs is ended. */
const LONGEST_MS = 10 * 60_000;

/** A process that ended, or was ended, before it had anything to say. What it had not finished writing is not there. */
export class PublisherEnded extends Error {
  override readonly name = "PublisherEnded";
}

function answerTo(job: PublishJob, signal: AbortSignal | undefined): Promise<PublishAnswer> {
  return new Promise((resolve, reject) => {
    const child = fork(entry(), [], {
      execArgv: [],
      // What it would print of an error may quote a row; what it has to say comes as its answer.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const end = () => child.kill("SIGKILL");
    const late = setTimeout(end, LONGEST_MS);
    signal?.addEventListener("abort", end, { once: true });
    child.once("message", (answer: PublishAnswer) => resolve(answer));
    child.once("error", reject);
    // Only when nothing more can come of it: an answer may be on its way when it has ended.
    child.once("close", () => {
      clearTimeout(late);
      signal?.removeEventListener("abort", end);
      reject(new PublisherEnded("A process that publishes reports ended early."));
    });
    child.send(job);
  });
}

// Next evaluates a module once per bundle; one at a time holds for the process.
const turn = globalThis as typeof globalThis & { sortiPublishing?: Promise<unknown> };

/** One process at a time: several servers may each have one, and what they write has its lock. */
function inTurn(job: PublishJob, signal?: AbortSignal): Promise<PublishAnswer> {
  const before = turn.sortiPublishing ?? Promise.resolve();
  const answer = before.catch(() => undefined).then(() => answerTo(job, signal));
  turn.sortiPublishing = answer;
  return answer;
}

/**
 * `publishReport` in a process of its own, so that nobody who is being answered waits for it, and the memory that it
 * takes ends with it. Safe to end at any time. Throws as `publishReport` does, and `PublisherEnded`.
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
