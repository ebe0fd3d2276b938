import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { quarterOfText } from "@/lib/cli/custodian";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { standsInTheWay } from "@/lib/publishing/data";
import { publishReport } from "@/lib/publishing/mutations";
import { dayAt } from "@/lib/quarters/today";
import { type Blocker, PublishRefused } from "@/lib/reports/blockers";
import type { HrComment } from "@/lib/reports/snapshot";

const WHY: Record<Blocker, string> = {
  "no-such-round": "There is no such round. See `sorti round status`.",
  "not-mixed":
    "The quarter is not mixed yet, and the day of its report has not come. Close, peel and count it first.",
  "no-turnover": "No unit has a headcount for any month of the quarter. Import one first.",
  "note-missing":
    "A report that differs is out already. Say with --note what has changed, and it becomes the next version.",
  leak: "The attacker of releases found that the report, with everything published before it, could give somebody away. Nothing was published. On its date the report goes out by itself without the answers. See `sorti attack`.",
};

type Options = {
  readonly note?: string;
  readonly comment?: string;
  readonly commentBy?: string;
  readonly commentOn?: string;
  readonly json?: boolean;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function commentOf({ comment, commentBy, commentOn }: Options): { comment?: HrComment } {
  if (comment === undefined) return {};
  if (!commentBy || !commentOn || !DAY.test(commentOn)) {
    throw new Refusal("A comment needs --comment-by and --comment-on YYYY-MM-DD.");
  }
  return { comment: { text: comment, who: commentBy, writtenOn: commentOn } };
}

/** What stands between a quarter and its report, in sentences; nothing is written. */
async function check(text: string): Promise<void> {
  const quarter = quarterOfText(text);
  const actor = commandLineActor("operator", "sorti report check");
  const now = dayAt(new Date());
  const blockers = await withInstallation(() => standsInTheWay(actor, quarter, now));
  const found = blockers ?? (["no-such-round"] as const);
  if (found.length === 0) console.log(`${quarter}: nothing stands in the way of the report.`);
  for (const blocker of found) console.log(WHY[blocker]);
  if (found.length > 0) process.exitCode = 1;
}

/** `sorti report check|publish QUARTER` */
export function reportCommands(program: Command): void {
  const group = program.command("report").description("the quarterly reports");
  group
    .command("check <quarter>")
    .description("what stands in the way of a quarter's report; writes nothing")
    .action(check);
  group
    .command("publish <quarter>")
    .description(
      "freeze and publish a quarter's report: when it is mixed, or its date has come; again changes nothing",
    )
    .option("--note <text>", "what a corrected version changes")
    .option("--comment <text>", "HR's comment")
    .option("--comment-by <who>", "who commented: a role")
    .option("--comment-on <day>", "when, as YYYY-MM-DD")
    .option("--json", "for programs")
    .action(async (text: string, options: Options) => {
      const quarter = quarterOfText(text);
      const given = {
        ...commentOf(options),
        ...(options.note === undefined ? {} : { note: options.note }),
      };
      await withInstallation(async () => {
        const actor = commandLineActor("operator", "sorti report publish");
        const done = await publishReport(actor, quarter, new Date(), given).catch(inWords);
        if (options.json) console.log(JSON.stringify(done));
        else if (done.isNew) console.log(`${quarter}: version ${done.version} is published.`);
        else
          console.log(`${quarter}: version ${done.version} is out already. Nothing was changed.`);
      });
    });
}

function inWords(cause: unknown): never {
  if (!(cause instanceof PublishRefused)) throw cause;
  throw new Refusal(cause.blockers.map((blocker) => WHY[blocker]).join(" "));
}
