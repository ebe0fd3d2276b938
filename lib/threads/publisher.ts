import { commandLineActor } from "@/lib/auth/command-line";
import { OtherPartyAway } from "@/lib/parties/away";
import {
  type Published,
  type PublishOptions,
  publishDue,
  publishReport,
} from "@/lib/publishing/mutations";
import type { Quarter } from "@/lib/quarters/quarter";
import { type Blocker, PublishRefused } from "@/lib/reports/blockers";

/** What `publishing.ts` asks of a process; `at`: what time it is, as the one who asks knows it. */
export type PublishJob = { readonly at: string } & (
  | { readonly quarter: Quarter; readonly options: PublishOptions }
  | { readonly from: number }
);

/** What it says, once; an error by its name only, since its text may quote a row. */
export type PublishAnswer = {
  readonly published: readonly Published[];
  readonly refused?: readonly Blocker[];
  readonly away?: boolean;
  /** Names of errors that nobody foresaw. */
  readonly problems: readonly string[];
};

const actor = commandLineActor("operator", "publication");

async function work(job: PublishJob): Promise<PublishAnswer> {
  const now = new Date(job.at);
  const problems: string[] = [];
  if ("from" in job) {
    const report = (problem: string) => problems.push(problem);
    const published = await publishDue(actor, now, { from: job.from, report });
    return { published, problems };
  }
  return { published: [await publishReport(actor, job.quarter, now, job.options)], problems };
}

function failed(cause: unknown): PublishAnswer {
  if (cause instanceof PublishRefused) {
    return { published: [], refused: cause.blockers, problems: [] };
  }
  if (cause instanceof OtherPartyAway) return { published: [], away: true, problems: [] };
  return { published: [], problems: [cause instanceof Error ? cause.name : "unknown"] };
}

process.once("message", async (job: PublishJob) => {
  const answer = await work(job).catch(failed);
  process.send?.(answer, () => process.exit(0));
});
// Whoever asked is gone: what is not written by now is not written by this process.
process.once("disconnect", () => process.exit(0));
