import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { programmeDecisions } from "@/lib/programme/data";
import { type DraftField, LONGEST_REASON, readDraft } from "@/lib/programme/decision";
import { decide } from "@/lib/programme/mutations";
import { SCOPES } from "@/lib/programme/scope";
import { dayAt } from "@/lib/quarters/today";
import { flaggedCentres } from "@/lib/turnover/data";

const actor = () => commandLineActor("hr", "sorti programme");

const WRONG: Record<DraftField, string> = {
  scope: `--scope is ${SCOPES.join(", ")}.`,
  from: "--from is a quarter that has not begun.",
  reason: `--reason is at most ${LONGEST_REASON} characters.`,
  cost: "--cost is whole kronor for an answer.",
};

const SAID = {
  changed: "Somebody else decided meanwhile. See sorti programme list. Nothing was changed.",
  begun: "That quarter has begun. Choose a later one. Nothing was changed.",
  nobody: "The motion's rule flags no centre now. Nothing was changed.",
} as const;

async function list(): Promise<void> {
  const decided = await programmeDecisions(actor());
  if (decided.length === 0) console.log("Nothing is decided: every unit takes part.");
  else console.table(decided.toReversed().map((one) => ({ ...one, units: one.units.length })));
}

type Options = {
  readonly scope: string;
  readonly from: string;
  readonly reason: string;
  readonly cost?: string;
};

async function decideOn({ scope, from, reason, cost = "" }: Options): Promise<void> {
  const now = new Date();
  const last = (await programmeDecisions(actor())).at(-1)?.number ?? 0;
  const read = readDraft({ scope, from, reason, cost, after: String(last) }, dayAt(now));
  if ("wrong" in read) {
    throw new Refusal(`${read.wrong.map((one) => WRONG[one]).join(" ")} Nothing was changed.`);
  }
  const flagged = await flaggedCentres(actor(), dayAt(now));
  const outcome = await decide(actor(), read.draft, flagged, now);
  if (outcome !== "decided") throw new Refusal(SAID[outcome]);
  console.log(`Decided: ${scope} from ${from} on.`);
}

/** `sorti programme list|decide` */
export function programmeCommands(program: Command): void {
  const group = program.command("programme").description("which units take part, and from when on");
  group
    .command("list")
    .description("every decision, the newest first")
    .action(() => withInstallation(list));
  group
    .command("decide")
    .description(
      "decide which units take part from a quarter that has not begun; never overwritten",
    )
    .requiredOption("--scope <scope>", SCOPES.join(", "))
    .requiredOption("--from <quarter>", "from when on")
    .requiredOption("--reason <text>", "who decided, and why")
    .option("--cost <kronor>", "planned cost of an answer")
    .action((options: Options) => withInstallation(() => decideOn(options)));
}
