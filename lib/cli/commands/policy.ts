import type { Command } from "commander";
import { commandLineActor } from "@/lib/auth/command-line";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { FURTHER_KINDS } from "@/lib/invitations/whom-to-invite";
import { kindsAt, PERCENT, type RuleField, readRule, YEARS } from "@/lib/policies/decision";
import { decideRule } from "@/lib/policies/mutations";
import { LONGEST_REASON } from "@/lib/programme/decision";
import { dayAt } from "@/lib/quarters/today";
import { policyHistory } from "@/lib/turnover/data";
import { RULE_READINGS } from "@/lib/turnover/policy";
import { policyAt } from "@/lib/turnover/stored";

const actor = () => commandLineActor("hr", "sorti policy");

const WRONG: Record<RuleField, string> = {
  threshold: `--threshold is ${PERCENT.least} to ${PERCENT.most} per cent, with one decimal at most.`,
  years: `--years is a whole number from ${YEARS.least} to ${YEARS.most}.`,
  rule: `--rule is ${RULE_READINGS.join(", ")}.`,
  kinds: `--also is none, or of ${FURTHER_KINDS.join(",")} with commas between.`,
  from: "--from is a quarter that has not begun.",
  reason: `--reason is at most ${LONGEST_REASON} characters.`,
};

const SAID = {
  changed: "Somebody else decided meanwhile. See sorti policy list. Nothing was changed.",
  signed:
    "A round of those quarters is signed without movers. Choose a later one. Nothing was changed.",
  begun: "That quarter has begun. Choose a later one. Nothing was changed.",
} as const;

async function list(): Promise<void> {
  const rows = await policyHistory(actor());
  if (rows.length === 0) console.log("Nothing is decided: the motion's own rule holds.");
  else console.table(rows);
}

type Options = {
  readonly threshold?: string;
  readonly years?: string;
  readonly rule?: string;
  readonly also?: string;
  readonly from: string;
  readonly reason: string;
};

/** What is not said stays as it is now. */
async function decide({ from, reason, ...said }: Options): Promise<void> {
  const now = new Date();
  const rows = await policyHistory(actor());
  const force = policyAt(rows.toReversed(), dayAt(now).slice(0, 7));
  const typed = {
    threshold: said.threshold ?? String(Math.round(1000 * force.threshold) / 10),
    years: said.years ?? String(force.years),
    rule: said.rule ?? force.rule,
    kinds: said.also === "none" ? "" : (said.also ?? kindsAt(rows, dayAt(now)).join(",")),
    ...{ from, reason, after: String(rows[0]?.number ?? 0) },
  };
  const read = readRule(typed, dayAt(now));
  if ("wrong" in read) {
    throw new Refusal(`${read.wrong.map((one) => WRONG[one]).join(" ")} Nothing was changed.`);
  }
  const outcome = await decideRule(actor(), read.draft, now);
  if (outcome !== "decided") throw new Refusal(SAID[outcome]);
  console.log(`Decided: from ${from} on.`);
}

/** `sorti policy list|decide` */
export function policyCommands(program: Command): void {
  const group = program
    .command("policy")
    .description("the motion's rule and whom to invite, as the region decides it");
  group
    .command("list")
    .description("every decision, the newest first")
    .action(() => withInstallation(list));
  group
    .command("decide")
    .description("decide on both from a quarter that has not begun; never overwritten")
    .option("--threshold <percent>", "least turnover")
    .option("--years <number>", "for so many years")
    .option("--rule <reading>", RULE_READINGS.join(", "))
    .option(
      "--also <kinds>",
      `none, or invited beside resignations and retirements: ${FURTHER_KINDS.join(",")}`,
    )
    .requiredOption("--from <quarter>", "from when on")
    .requiredOption("--reason <text>", "who decided, and why")
    .action((options: Options) => withInstallation(() => decide(options)));
}
